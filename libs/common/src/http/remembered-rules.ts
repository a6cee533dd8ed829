import { getMetadataStorage } from 'class-validator';

type Rules = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/**
 * For each object it checks, class-validator looks through all classes there are for those it inherits rules from, which
 * costs more than the checking. The rules of a class are all there once it is defined: they are looked for once.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const look = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<Function, Rules>();
  storage.getTargetValidationMetadatas = (dto, schema, always, strictGroups, groups) => {
    if (always || strictGroups || groups !== undefined) return look(dto, schema, always, strictGroups, groups);
    const rules = known.get(dto) ?? look(dto, schema, always, strictGroups);
    known.set(dto, rules);
    return rules;
  };
}

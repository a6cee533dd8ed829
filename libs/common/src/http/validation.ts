import { Injectable, Param, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { getMetadataStorage, validate, ValidationTypes, type ValidationError } from 'class-validator';
import { Malformed, NotFound, type FieldError } from './problem.js';
import { pointerToken } from './storable.js';

/** Rules about the type of a value: when one is broken, the others say nothing new. */
const TYPE_RULES = [
  'whitelistValidation',
  'isString',
  'isBoolean',
  'isInt',
  'isNumber',
  'isArray',
  'isObject',
  'isUuid',
  'isDateString',
  'isInstant',
  'isCalendarDay',
  'isIn',
  'nestedValidation',
];
const NESTED = ValidationTypes.NESTED_VALIDATION;
const NOT_DTOS = new Set<unknown>([String, Number, Boolean, Array, Object, Date, Buffer, undefined]);

/**
 * Makes DTOs of bodies and queries and checks them: unknown fields are refused, each fault is named with its place.
 * Texts are left to the problem filter, which knows the caller's language.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom' || !isDto(metatype)) return value;
    const prefix = type === 'query' ? '?' : type === 'param' ? ':' : '/';
    const given: unknown = type === 'body' ? value : (value ?? {});
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      throw new Malformed([{ pointer: '', rule: 'object' }]);
    }
    const dto = plainToInstance(metatype, given);
    const errors = await validate(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
    const faults = [...errors.flatMap((error) => fieldErrors(error, prefix)), ...missingParts(dto, prefix)];
    if (faults.length > 0) throw new Malformed(faults);
    return dto;
  }
}

function isDto(metatype: ArgumentMetadata['metatype']): metatype is ClassConstructor<object> {
  return !NOT_DTOS.has(metatype);
}

function fieldErrors(error: ValidationError, prefix: string): FieldError[] {
  const pointer = `${prefix}${pointerToken(error.property)}`;
  const children = (error.children ?? []).flatMap((child) => fieldErrors(child, `${pointer}/`));
  const broken = Object.keys(error.constraints ?? {});
  if (broken.length === 0) return children;
  if ((error.value ?? null) === null && !broken.includes('whitelistValidation')) {
    return [{ pointer, rule: 'required' }];
  }
  const typeRule = TYPE_RULES.find((rule) => broken.includes(rule));
  const rules = typeRule === undefined ? broken : [typeRule];
  return [...rules.map((rule) => ({ pointer, rule, values: argumentsOf(error, rule) })), ...children];
}

interface Part {
  readonly name: string;
  readonly optional: boolean;
  /** A list of them. */
  readonly many: boolean;
}
const partsByClass = new WeakMap<object, readonly Part[]>();

/** Nested DTOs that are not there, or lists in their place: class-validator's `@ValidateNested` alone lets both through. */
function missingParts(dto: object, prefix: string): FieldError[] {
  return partsOf(dto.constructor).flatMap(({ name, optional, many }) => {
    const part: unknown = Reflect.get(dto, name);
    const pointer = `${prefix}${pointerToken(name)}`;
    if (part === undefined || part === null) return optional ? [] : [{ pointer, rule: 'required' }];
    if (Array.isArray(part) && !many) return [{ pointer, rule: 'nestedValidation' }];
    if (!Array.isArray(part)) return typeof part === 'object' ? missingParts(part, `${pointer}/`) : [];
    return part.flatMap((one: unknown, i): FieldError[] => {
      if (Array.isArray(one)) return [{ pointer: `${pointer}/${i}`, rule: 'nestedValidation' }];
      return typeof one === 'object' && one !== null ? missingParts(one, `${pointer}/${i}/`) : [];
    });
  });
}

function partsOf(dtoClass: Function): readonly Part[] {
  const known = partsByClass.get(dtoClass);
  if (known !== undefined) return known;
  const rules = getMetadataStorage().getTargetValidationMetadatas(dtoClass, '', false, false);
  const others = new Set(rules.filter(({ type }) => type !== NESTED).map(({ propertyName }) => propertyName));
  const parts = rules
    .filter(({ type }) => type === NESTED)
    // Any other rule, `@IsOptional` as well as `@IsArray`, already says what an absent value means.
    .map(({ propertyName, each }) => ({ name: propertyName, optional: others.has(propertyName), many: each }));
  partsByClass.set(dtoClass, parts);
  return parts;
}

/** A rule's arguments, which class-validator keeps with the decorator and leaves out of its errors. */
function argumentsOf({ target, property }: ValidationError, rule: string): unknown[] {
  if (target === undefined) return [];
  const found = getMetadataStorage()
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .find((metadata) => metadata.propertyName === property && metadata.name === rule);
  const values: unknown[] = Array.isArray(found?.constraints) ? found.constraints : [];
  return values.filter((value) => isPlain(value) || (Array.isArray(value) && value.every(isPlain)));
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A path parameter that must be a UUID: what cannot be an id names nothing, 404. */
@Injectable()
export class UuidPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw new NotFound();
    return value.toLowerCase();
  }
}

/** Parameter: an item's id in the path. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, UuidPipe);

import { Injectable, Param, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { getMetadataStorage, validate, type ValidationError } from 'class-validator';
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
  'isIn',
  'nestedValidation',
];
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
    if (errors.length > 0) throw new Malformed(errors.flatMap((error) => fieldErrors(error, prefix)));
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

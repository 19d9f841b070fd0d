import type { Schema } from "./schema";
import type { Columns } from "./study-problems";
import { cursorPath } from "./yaml-cursor";

export interface StudyCompletion {
  readonly label: string;
  /** what is written: a key with its colon, a value as it is */
  readonly insert: string;
  readonly kind: "key" | "value" | "column";
  readonly detail?: string;
}

/** What can stand at an offset of a study file that is being written, as the schema and the columns of its survey have it. */
export function studyCompletions(source: string, offset: number, schema: Schema, columns: Columns = []): readonly StudyCompletion[] {
  const { path, at, taken } = cursorPath(source, offset);
  const here = path.reduce<readonly Schema[]>((schemas, key) => schemas.flatMap((one) => below(one, key)), alternatives(schema));
  const found = at === "key" ? here.flatMap((one) => keysOf(one, columns)) : here.flatMap((one) => valuesOf(one, columns));
  const seen = new Set(taken);
  return found.filter(({ label }) => !seen.has(label) && seen.add(label));
}

const alternatives = (schema: Schema): readonly Schema[] => [schema, ...(schema.anyOf ?? []).flatMap(alternatives)];

function below(schema: Schema, key: string): readonly Schema[] {
  const own = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
  const next = own ?? (schema.additionalProperties || undefined);
  return next ? alternatives(next) : [];
}

function keysOf(schema: Schema, columns: Columns): readonly StudyCompletion[] {
  const known = Object.entries(schema.properties ?? {}).map(([label, { description }]): StudyCompletion => ({
    label,
    insert: `${label}: `,
    kind: "key",
    detail: description,
  }));
  const names = schema["x-names"] === "columns" ? columns.map(({ name }): StudyCompletion => ({ label: name, insert: `${name}: `, kind: "column" })) : [];
  return [...known, ...names];
}

function valuesOf(schema: Schema, columns: Columns): readonly StudyCompletion[] {
  const value = (label: string, detail?: string): StudyCompletion => ({ label, insert: label, kind: "value", detail });
  const isKeyed = schema.additionalProperties !== undefined || schema.properties !== undefined;
  return [
    ...(schema.enum ?? []).map((one) => value(String(one), schema.description)),
    ...(schema.examples ?? []).filter((one) => typeof one === "string").map((one) => value(one as string, schema.description)),
    ...(schema["x-names"] === "columns" && !isKeyed ? columns.map(({ name }): StudyCompletion => ({ label: name, insert: name, kind: "column" })) : []),
    ...(schema.items ? alternatives(schema.items).flatMap((one) => valuesOf(one, columns)) : []),
  ];
}

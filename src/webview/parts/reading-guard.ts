import { type ReadingChange } from "../../study/edit-reading";
import { givenRoles } from "../../survey/given-roles";
import { type Fields, isAbsentOr, isCount, isFields, isFlag, isList, isName, isNumber, isOneOf, isText } from "./guards";

const isScale = (scale: unknown): boolean =>
  isList(scale, (entry): entry is Fields => isFields(entry) && isText(entry.word) && isNumber(entry.value)) && scale.length >= 2;

const isCode = (code: unknown): code is number | string => isNumber(code) || isText(code, 200);
const isRow = (row: unknown): row is number => isCount(row, 2 ** 31);

const checks: { readonly [kind in ReadingChange["kind"]]: (change: Fields) => boolean } = {
  role: ({ column, role }) => isName(column) && isAbsentOr(role, (one) => isOneOf(one, givenRoles)),
  answers: ({ column, scale }) => isName(column) && isAbsentOr(scale, isScale),
  instructed: ({ column, answer }) => isName(column) && isAbsentOr(answer, (text) => isText(text, 200)),
  reverse: ({ items }) => isList(items, isName),
  missing: ({ codes }) => isList(codes, isCode),
  encoding: ({ encoding }) => isAbsentOr(encoding, (label) => isText(label, 40)),
  delimiter: ({ delimiter }) => isAbsentOr(delimiter, (sign) => isText(sign, 10)),
  sheet: ({ sheet }) => isAbsentOr(sheet, (name) => isText(name, 200)),
  exclude: ({ careless, rows }) => isFlag(careless) && isList(rows, isRow),
  careless: ({ on }) => isFlag(on),
};

/** A correction that a page may ask for. */
export const isReadingChange = (value: unknown): value is ReadingChange =>
  isFields(value) && typeof value.kind === "string" && Object.hasOwn(checks, value.kind) && checks[value.kind as ReadingChange["kind"]](value);

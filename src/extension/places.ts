import * as vscode from "vscode";
import { type RangeResult } from "../checks/result";

/** A result's place (lines and columns from 1) as the editor counts them. */
export const toRange = ({ start, end }: RangeResult) => new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);

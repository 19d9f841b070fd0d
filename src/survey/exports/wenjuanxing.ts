import { declaredBy, type RecogniseExport } from "./export-layout";
import { questionNames } from "./question-names";

const kinds = {
  序号: "identifier",
  提交答卷时间: "date",
  所用时间: "timing",
  来源: "identifier",
  来源详情: "identifier",
  来自ip: "identifier",
  总分: "identifier",
  ip: "identifier",
  用户id: "identifier",
} as const;

/** 问卷星 (Wenjuanxing): 序号, 提交答卷时间, 所用时间, 来源 …, then "1、question" or "2、question—row". */
export const wenjuanxing: RecogniseExport = ([header]) => {
  const declared = declaredBy(header, kinds);
  if (header[0] !== "序号" || !header.includes("所用时间")) return undefined;
  return { service: "问卷星", ...questionNames(header, (_, c) => declared[c] !== undefined), declared, rows: 1 };
};

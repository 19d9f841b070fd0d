/** How a table is printed; the words of a live block's marker (`decimals=3 hide=.4`). */
export interface TableOptions {
  /** of loadings, correlations, α, eigenvalues, means; percentages too. Default 2 */
  readonly decimals?: number;
  /** loadings whose absolute value is below are not printed; 0 prints all. Default .30 */
  readonly hide?: number;
  /** loadings whose absolute value reaches this are bold. Default .50 */
  readonly salient?: number;
  /** items as "Q1 I like to shop" where the data or the study give the question */
  readonly labels?: boolean;
  /** items by the factor that they belong to and by size, or in the order of the data. Default true */
  readonly sort?: boolean;
  /** only this scale (item statistics) */
  readonly scale?: string;
  /** variance table: all initial eigenvalues, as SPSS prints them, or only the retained factors. Default all */
  readonly rows?: "all" | "retained";
  /** number of factors: with what each criterion looks at, which is why they differ. Default false */
  readonly basis?: boolean;
}

export const decimalsOf = (options: TableOptions): number => options.decimals ?? 2;

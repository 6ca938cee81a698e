/** What stands on the dashboards beside the numbers. Headings of the numbers are the labels of their columns. */

export interface BlockWords {
  readonly title: string;
  /** What the numbers mean, for somebody who must answer for them. */
  readonly means: string;
}

export interface ChartWords extends BlockWords {
  /** For who does not see the chart: what it shows and where the same numbers stand as text. */
  readonly alt: string;
}

interface TabWords {
  readonly title: string;
  readonly about: string;
}

export interface DashboardWords {
  readonly count: string;
  readonly messages: string;
  readonly oldest: string;
  readonly dashboard: TabWords & {
    readonly status: ChartWords;
    readonly promises: BlockWords;
    readonly intake: BlockWords;
    readonly colleagues: ChartWords;
    readonly courses: ChartWords;
  };
  readonly trends: TabWords & {
    readonly volume: ChartWords;
    readonly promises: ChartWords;
    readonly firstAnswer: ChartWords;
    readonly resolution: ChartWords;
    readonly policies: ChartWords;
    readonly topTopics: ChartWords;
    readonly policyTable: BlockWords;
    readonly weekTable: BlockWords;
    readonly topicTable: BlockWords;
  };
  readonly load: TabWords & {
    readonly hours: BlockWords;
    readonly phases: ChartWords;
    readonly topics: ChartWords;
    readonly clients: ChartWords;
  };
}

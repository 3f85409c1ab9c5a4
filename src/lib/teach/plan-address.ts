/** The address of a plan, `?widget=pair&m=2&hide=toolbar`: the widget that it names, and what it asks of the widget. */
export function readPlanAddress(search: string): { widget: string | undefined; query: string } {
  const fields = new URLSearchParams(search);
  const widget = fields.get('widget') ?? undefined;
  fields.delete('widget');
  return { widget, query: fields.toString() };
}

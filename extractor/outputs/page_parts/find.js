/* Which reports, in which order. */

function matches(report, tokens) {
  for (var i = 0; i < tokens.length; i++) {
    if (report.words.indexOf(tokens[i]) < 0) { return false; }
  }
  if (state.severity === 'clean') {
    if (report.status === 'failed' || report.status === 'not_a_report') { return false; }
    if (report.counts[0] + report.counts[1] + report.counts[2]) { return false; }
  } else if (state.severity !== '' && !report.counts[+state.severity]) { return false; }
  if (state.code !== '' && report.codes.indexOf(+state.code) < 0) { return false; }
  if (state.status !== '' && report.status !== state.status) { return false; }
  return state.bin === '' || (report.score !== null && binOf(report.score) === +state.bin);
}

function valueOf(report, key) {
  if (key.slice(0, 2) === 'd:') {
    var kept = report.dimensions[+key.slice(2)];
    return kept === undefined ? null : kept;
  }
  return key.slice(0, 2) === 's:' ? report.counts[+key.slice(2)] : report[key];
}

var collator = window.Intl && Intl.Collator ? new Intl.Collator('zh-CN') : null;

function compared(one, other) {
  if (typeof one === 'string') {
    return collator ? collator.compare(one, other) : one.localeCompare(other);
  }
  return one - other;
}

function ordered(one, other) {
  var a = valueOf(one, state.sort), b = valueOf(other, state.sort);
  if (a === null || b === null) {
    return (a === null) - (b === null) || one.rank - other.rank;
  }
  return (state.down ? -1 : 1) * compared(a, b) || one.rank - other.rank;
}

function search() {
  var tokens = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  found = reports.filter(function (report) { return matches(report, tokens); });
  if (state.sort !== 'rank' || state.down) { found.sort(ordered); }
}

function changed() {
  state.page = 0;
  search();
  draw();
}

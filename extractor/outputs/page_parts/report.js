/* One report, opened. */

function toggle(report, row) {
  if (state.open[report.rank]) {
    delete state.open[report.rank];
    row.className = 'row';
    row.querySelector('button').setAttribute('aria-expanded', 'false');
    row.parentNode.removeChild(row.nextSibling);
  } else {
    open(report, row);
    remember(report);
  }
}

function remember(report) {
  // Some browsers refuse it for files.
  try { history.replaceState(null, '', '#r' + report.rank); } catch (ignored) { return; }
}

function open(report, row) {
  var line = el('tr', 'opened'), cell = add(line, 'td', 'details');
  state.open[report.rank] = true;
  cell.colSpan = width();
  drawDetails(cell, report);
  row.className = 'row open';
  row.querySelector('button').setAttribute('aria-expanded', 'true');
  row.parentNode.insertBefore(line, row.nextSibling);
}

/* A narrow window hides columns; an opened report must not bring them back. */
function width() {
  return Array.prototype.filter.call(byId('heads').children, function (head) {
    return window.getComputedStyle(head).display !== 'none';
  }).length || COLUMNS.length;
}

function fit() {
  Array.prototype.forEach.call(document.querySelectorAll('.details'), function (cell) { cell.colSpan = width(); });
}

function drawDetails(cell, report) {
  var details = detailsOf(report), flags = details[3] || [], about = add(cell, 'p', 'about');
  if (details[0]) { add(about, 'b', '', details[0]); about.appendChild(document.createTextNode('　')); }
  add(about, 'span', '', [report.region, report.path, details[1] && fill(W.pages, details[1]),
    report.status === 'ok' ? '' : T.status[report.status]].filter(Boolean).join(' · '));
  if (details[2]) { add(cell, 'p', 'about s0', details[2]); }
  flags.forEach(function (flag) { cell.appendChild(drawFlag(named(flag))); });
  if (details[4]) { add(cell, 'p', 'about', fill(W.more_flags, details[4])); }
  if (!flags.length) { add(cell, 'p', 'about', W.no_flags); }
}

/* A finding's fields, in the order in which page_rows.py writes them. */
function named(flag) {
  return { id: flag[0], code: flag[1], severity: flag[2], section: flag[3], place: flag[4],
    page: flag[5], message: flag[6], expected: flag[7], found: flag[8], points: flag[9],
    verdict: flag[10], quotes: flag[11] || [], table: flag[12] };
}

function drawFlag(flag) {
  var code = data.codes[flag.code], muted = flag.verdict === '误报';
  var chosen = state.code === String(flag.code);
  var box = el('div', 'flag f' + flag.severity + (muted ? ' muted' : '') + (chosen ? ' chosen' : ''));
  var said = add(box, 'div', 'said'), head = add(said, 'p', 'head'), shows = add(box, 'div', 'shows');
  if (flag.points) { add(head, 'span', 'points', fill(W.points, shown(flag.points))); }
  add(head, 'span', 's' + flag.severity, T.severity[SEVERITIES[flag.severity]]);
  head.appendChild(document.createTextNode(' '));
  add(head, 'b', '', code[0] + ' ' + code[1]);
  if (flag.verdict) { add(head, 'span', 'verdict', flag.verdict); }
  drawWhere(said, flag);
  add(said, 'p', '', flag.message);
  drawValues(said, flag);
  flag.quotes.forEach(function (quote) { drawQuote(shows, quote, flag.found); });
  if (flag.table) { drawCut(shows, flag.table); }
  return box;
}

function drawWhere(said, flag) {
  var section = flag.section && T.section[flag.section];
  var where = [section, flag.place === section ? '' : flag.place, flag.page && fill(W.page, flag.page)];
  var line = add(said, 'p', 'where', where.filter(Boolean).join(' · '));
  if (line.textContent) { line.appendChild(document.createTextNode(' · ')); }
  add(line, 'span', 'id', flag.id);
}

function drawValues(said, flag) {
  if (!flag.expected && !flag.found) { return; }
  var line = add(said, 'p', 'values');
  [[W.expected, flag.expected], [W.found, flag.found]].forEach(function (pair) {
    if (!pair[1]) { return; }
    line.appendChild(document.createTextNode(pair[0] + ' '));
    add(line, 'b', pair[1].length > 30 ? 'long' : '', pair[1]);
    line.appendChild(document.createTextNode('　'));
  });
}

function drawQuote(shows, quote, value) {
  var line = add(shows, 'p', 'quote');
  quote.forEach(function (text, index) {
    if (index % 2) { drawMark(add(line, 'mark'), text, value); return; }
    line.appendChild(document.createTextNode(text));
  });
}

/* The wrong words inside the evidence stand out; 7 is not found in 17 or 7.5. */
function drawMark(mark, text, value) {
  var at = value && value.length < text.length ? text.indexOf(value) : -1;
  var cutsNumber = at >= 0 && ((/\d$/.test(value) && /^[.,]?\d/.test(text.slice(at + value.length))) ||
    (/^\d/.test(value) && /\d[.,]?$/.test(text.slice(0, at))));
  if (at < 0 || cutsNumber) { mark.textContent = text; return; }
  mark.appendChild(document.createTextNode(text.slice(0, at)));
  add(mark, 'b', '', value);
  mark.appendChild(document.createTextNode(text.slice(at + value.length)));
}

function drawCut(shows, cut) {
  var table = add(shows, 'table', 'cut'), head = add(add(table, 'thead'), 'tr'), body = add(table, 'tbody');
  var wrong = {};
  cut[3].forEach(function (mark) { wrong[mark[0] + ':' + mark[1]] = true; });
  table.insertBefore(el('caption', '', T.table[cut[0]]), table.firstChild);
  add(head, 'th', '', '');
  cut[1].forEach(function (column) { add(head, 'th', '', T.column[cut[0] + '.' + column] || column); });
  cut[2].forEach(function (cells, number) {
    var row = add(body, 'tr'), label = T.row[cut[0] + '.' + cells[0]] || cells[0];
    add(row, 'th', '', label).title = label;
    cells.slice(1).forEach(function (text, index) {
      var cell = add(row, 'td', '', text);
      if (wrong[number + ':' + index]) { cell.className = 'wrong'; cell.title = W.wrong_cell; }
    });
  });
}

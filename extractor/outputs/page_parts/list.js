/* The list. */

var COLUMNS = [['rank', W.rank, 'rank'], ['score', W.score, 'score'], ['agency', W.agency, 'agency'],
  ['year', W.year, 'year']]
  .concat(DIMENSIONS.map(function (key, index) { return ['d:' + index, T.dimension[key], 'dimension']; }))
  .concat(SEVERITIES.map(function (key, index) { return ['s:' + index, T.severity[key], 'count s' + index]; }));

function drawHeads() {
  var heads = byId('heads');
  empty(heads);
  COLUMNS.forEach(function (column) {
    var head = add(heads, 'th', column[2]), button = add(head, 'button', '', column[1]);
    head.setAttribute('scope', 'col');
    button.type = 'button';
    button.title = fill(W.sort, column[1]);
    if (state.sort === column[0]) {
      head.setAttribute('aria-sort', state.down ? 'descending' : 'ascending');
      button.textContent = column[1] + (state.down ? '↓' : '↑');
    }
    button.onclick = function () { sortBy(column[0]); };
  });
}

function sortBy(key) {
  var most = key === 'year' || key.slice(0, 2) === 's:';
  state.down = state.sort === key ? !state.down : most;
  state.sort = key;
  changed();
  byId('heads').querySelector('[aria-sort] button').focus();
}

function drawRow(report) {
  var row = el('tr', 'row'), agency, button;
  row.id = 'report-' + report.rank;
  add(row, 'td', 'rank', report.rank);
  drawScore(add(row, 'td', 'score'), report);
  agency = add(row, 'td', 'agency');
  button = add(agency, 'button', '', report.agency || W.no_agency);
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  add(agency, 'span', 'path', report.path).title = report.path;
  add(row, 'td', 'year', report.year);
  DIMENSIONS.forEach(function (key, index) {
    drawDimension(add(row, 'td', 'dimension'), T.dimension[key], report.dimensions[index], data.full[index]);
  });
  report.counts.forEach(function (count, index) {
    add(row, 'td', 'count ' + (count ? 's' + index : 'zero'), count);
  });
  row.onclick = function () {
    if (!String(window.getSelection ? window.getSelection() : '')) { toggle(report, row); }
  };
  return row;
}

function drawScore(cell, report) {
  if (report.score === null) { add(cell, 'span', '', T.status[report.status]); return; }
  cell.textContent = shown(report.score);
}

function drawDimension(cell, name, kept, full) {
  if (kept === null || kept === undefined) { cell.title = name + ' ' + W.unread; return; }
  var share = full ? kept / full : 1, bar;
  cell.title = name + ' ' + fill(W.of, shown(kept), shown(full));
  add(cell, 'small', '', shown(kept));
  bar = add(add(cell, 'span', 'bar'), 'i', share < 0.5 ? 'low' : share < 0.85 ? 'mid' : '');
  bar.style.width = Math.round(share * 100) + '%';
}

function draw() {
  var rows = byId('rows'), pages = Math.max(1, Math.ceil(found.length / PAGE));
  var start = state.page * PAGE, part = found.slice(start, start + PAGE);
  empty(rows);
  drawHeads();
  part.forEach(function (report) {
    var row = rows.appendChild(drawRow(report));
    if (state.open[report.rank]) { open(report, row); }
  });
  byId('none').hidden = found.length > 0;
  byId('shown').textContent = found.length
    ? fill(W.shown, thousands(start + 1), thousands(start + part.length), thousands(found.length)) : '';
  byId('pager').hidden = pages < 2;
  byId('pages').textContent = (state.page + 1) + ' / ' + pages;
  byId('previous').disabled = state.page === 0;
  byId('next').disabled = state.page >= pages - 1;
  byId('clear').hidden = !(state.text || state.severity || state.code || state.status || state.bin);
  drawBins();
  drawCodes();
}

function turn(step) {
  state.page += step;
  draw();
  byId('list').scrollIntoView();
}

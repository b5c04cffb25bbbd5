/* Start. */

function option(list, value, text) { add(list, 'option', '', text).value = value; }

function filters() {
  var timer;
  ranking.forEach(function (index) {
    option(byId('by-code'), index, data.codes[index][0] + ' ' + data.codes[index][1]);
  });
  Object.keys(T.status).forEach(function (key) { option(byId('by-status'), key, T.status[key]); });
  byId('search').oninput = function () {
    clearTimeout(timer);
    timer = setTimeout(function () { state.text = byId('search').value; changed(); }, 150);
  };
  [['by-severity', 'severity'], ['by-code', 'code'], ['by-status', 'status']].forEach(function (pair) {
    byId(pair[0]).onchange = function () { state[pair[1]] = this.value; changed(); };
  });
  byId('clear').onclick = function () { clear(); changed(); byId('search').focus(); };
  byId('previous').onclick = function () { turn(-1); };
  byId('next').onclick = function () { turn(1); };
  byId('all-codes').onclick = function () { state.allCodes = !state.allCodes; drawCodes(); };
}

function follow() {
  var told = /^#r(\d+)$/.exec(location.hash), report = told && reports[told[1] - 1];
  if (!report) { return; }
  if (found.indexOf(report) < 0) { clear(); search(); }
  state.page = Math.floor(found.indexOf(report) / PAGE);
  state.open[report.rank] = true;
  draw();
  var row = byId('report-' + report.rank);
  if (row.getBoundingClientRect().top > window.innerHeight / 2) { row.scrollIntoView(); }
}

filters();
search();
draw();
byId('app').hidden = false;
follow();
window.onhashchange = follow;
window.onresize = fit;

/* Scores and commonest problems: figures that filter. */

/* Most reports stand near the top: the axis begins below the worst one, at 60 or lower. */
function firstBin() {
  var lowest = 0, step = data.bins.length / 5;
  while (lowest < data.bins.length && !data.bins[lowest]) { lowest++; }
  return Math.min(3, Math.floor(lowest / step)) * step;
}

function drawBins() {
  var box = byId('bins'), most = Math.max.apply(null, data.bins.concat(1)), first = firstBin();
  empty(box);
  data.bins.slice(first).forEach(function (count, place) { drawBin(box, count, first + place, place, most); });
  drawAxis(first * 100 / data.bins.length);
}

function drawBin(box, count, index, place, most) {
  var button = add(box, 'button'), step = 100 / data.bins.length;
  var told = fill(W.bin, index * step, (index + 1) * step, thousands(count));
  var fits = String(count).length * 7 * (data.bins.length - firstBin()) < 290;
  button.type = 'button';
  button.title = told;
  button.disabled = !count;
  button.setAttribute('aria-label', told);
  button.setAttribute('aria-pressed', String(state.bin === String(index)));
  add(button, 'span', '', count && fits ? count : '');
  add(button, 'i').style.height = Math.round(count / most * 68) + 'px';
  button.onclick = function () { choose('bin', String(index), 'bins', place); };
}

function drawAxis(start) {
  var axis = byId('axis'), step = start === 60 ? 10 : 20;
  empty(axis);
  for (var points = start; points <= 100; points += step) { add(axis, 'span', '', points); }
}

var ranking = data.codes.map(function (code, index) { return index; })
  .filter(function (index) { return data.codes[index][4]; })
  .sort(function (a, b) {
    var one = data.codes[a], other = data.codes[b];
    return other[4] - one[4] || one[2] - other[2] || (one[0] < other[0] ? -1 : 1);
  });

function drawCodes() {
  var list = byId('codes'), more = byId('all-codes');
  empty(list);
  ranking.forEach(function (index, place) {
    if (place < FEW_CODES || state.allCodes || state.code === String(index)) { drawCode(list, index, place); }
  });
  more.hidden = ranking.length <= FEW_CODES;
  more.textContent = state.allCodes ? W.few_codes : fill(W.all_codes, ranking.length);
}

function drawCode(list, index, place) {
  var code = data.codes[index], share = code[4] / data.files, button = add(add(list, 'li'), 'button');
  button.type = 'button';
  button.title = code[0] + ' ' + code[1] + ' · ' + T.severity[SEVERITIES[code[2]]] + ' × ' + thousands(code[3]);
  button.setAttribute('aria-pressed', String(state.code === String(index)));
  add(button, 'span', 'code s' + code[2], code[0]);
  add(button, 'span', 'name', code[1]);
  add(button, 'span', 'count', thousands(code[4]));
  add(button, 'span', 'share', (share * 100).toFixed(share < 0.1 ? 1 : 0) + '%');
  add(button, 'i').style.width = Math.max(1, Math.round(share * 100) * 0.8) + '%';
  button.onclick = function () { choose('code', String(index), 'codes', place); };
}

/* A second click takes the choice back; the redrawn button keeps the focus. */
function choose(key, value, box, place) {
  state[key] = state[key] === value ? '' : value;
  byId('by-code').value = state.code;
  changed();
  var buttons = byId(box).querySelectorAll('button');
  if (buttons[place]) { buttons[place].focus(); }
}

function clear() {
  state.text = state.severity = state.code = state.status = state.bin = '';
  ['search', 'by-severity', 'by-code', 'by-status'].forEach(function (id) { byId(id).value = ''; });
}

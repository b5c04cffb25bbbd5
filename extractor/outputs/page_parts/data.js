/* The page's whole behaviour. Plain ES5, so that old office browsers run it. What reports say goes
   into the page as text only: nothing here builds markup from strings. */
var PAGE = 100, FEW_CODES = window.innerWidth > 1000 ? 12 : 6, SEVERITIES = ['error', 'warning', 'hint'];
var data = JSON.parse(byId('data').textContent);
var W = data.words, T = data.terms;
var DIMENSIONS = Object.keys(T.dimension);
var reports = read(byId('reports').textContent);
var state = { text: '', severity: '', code: '', status: '', bin: '', sort: 'rank', down: false,
  page: 0, open: {}, allCodes: false };
var found = [];

function byId(id) { return document.getElementById(id); }

function el(tag, name, text) {
  var made = document.createElement(tag);
  if (name) { made.className = name; }
  if (text !== undefined && text !== null) { made.textContent = text; }
  return made;
}

function add(parent, tag, name, text) { return parent.appendChild(el(tag, name, text)); }

function empty(node) { while (node.firstChild) { node.removeChild(node.firstChild); } }

function fill(words) {
  var values = Array.prototype.slice.call(arguments, 1);
  return words.replace(/\{(\d)\}/g, function (_, index) { return values[index]; });
}

function thousands(number) { return String(number).replace(/\B(?=(\d{3})+$)/g, ','); }

function shown(number) { return String(Math.round(number * 100) / 100); }

/* A line a report: its row, a tab, its details; these are read only when they are opened. */
function read(text) {
  var all = [], lines = text.split('\n');
  for (var i = 0; i < lines.length; i++) {
    var tab = lines[i].indexOf('\t');
    if (tab < 0) { continue; }
    var row = JSON.parse(lines[i].slice(0, tab));
    all.push({ rank: all.length + 1, path: row[0], agency: row[1], region: row[2], year: row[3],
      status: row[4], score: row[5], dimensions: row[6], counts: row[7], codes: row[8],
      words: [row[0], row[1], row[2], row[3]].join(' ').toLowerCase(),
      line: lines[i], tab: tab });
  }
  return all;
}

function detailsOf(report) { return JSON.parse(report.line.slice(report.tab + 1)); }

function binOf(score) {
  var bins = data.bins.length;
  return Math.min(bins - 1, Math.max(0, Math.floor(score * bins / 100)));
}

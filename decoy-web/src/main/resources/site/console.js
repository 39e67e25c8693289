/* ${host} ${build} */
(function () {
  'use strict';

  var PERIOD = 15000;
  var PATIENCE = 12000;
  var SVG = 'http://www.w3.org/2000/svg';
  var page = document.body.dataset.page;
  var shown = null;
  var last = null;

  function byId(id) {
    return document.getElementById(id);
  }

  function fill(node, attributes, children) {
    Object.keys(attributes || {}).forEach(function (key) {
      node.setAttribute(key, attributes[key]);
    });
    (children || []).forEach(function (child) {
      node.append(child);
    });
    return node;
  }

  function el(tag, attributes, children) {
    return fill(document.createElement(tag), attributes, children);
  }

  function svg(tag, attributes, children) {
    return fill(document.createElementNS(SVG, tag), attributes, children);
  }

  /* numbers and times */

  function fixed(value, decimals) {
    return value.toLocaleString('en-US', {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
  }

  function short(value) {
    if (value >= 1e9) return fixed(value / 1e9, 2) + ' G';
    if (value >= 1e6) return fixed(value / 1e6, 2) + ' M';
    return fixed(value, 0);
  }

  function two(value) {
    return (value < 10 ? '0' : '') + value;
  }

  function clock(time) {
    var date = new Date(time);
    return two(date.getUTCHours()) + ':' + two(date.getUTCMinutes());
  }

  function day(time) {
    return new Date(time).toISOString().slice(0, 10);
  }

  function lasting(seconds) {
    if (seconds < 90) return Math.round(seconds) + ' s';
    if (seconds < 5400) return Math.round(seconds / 60) + ' min';
    if (seconds < 36000) return fixed(seconds / 3600, 1) + ' h';
    if (seconds < 172800) return Math.round(seconds / 3600) + ' h';
    return Math.floor(seconds / 86400) + ' d';
  }

  function since(from, to) {
    return lasting((new Date(to) - new Date(from)) / 1000);
  }

  /* pieces */

  function tag(text) {
    var kinds = {healthy: 'good', Ready: 'good', ok: 'good', succeeded: 'good', resolved: 'good',
      degraded: 'warn', SEV3: 'warn', 'rolled back': 'warn', open: 'bad', SEV2: 'bad', SEV1: 'bad'};
    return el('span', {class: 'tag ' + (kinds[text] || '')}, [text]);
  }

  function meter(share) {
    var percent = Math.max(0, Math.min(100, share * 100));
    return el('div', {class: 'meter'},
      [el('u', {class: percent > 85 ? 'high' : '', style: 'width:' + percent.toFixed(1) + '%'})]);
  }

  function tile(name, value, unit, below, share) {
    var box = el('div', {class: 'tile'},
      [el('span', {}, [name]), el('b', {}, [value, el('small', {}, [unit ? ' ' + unit : ''])])]);
    if (share !== undefined) box.append(meter(share));
    box.append(el('i', {}, [below]));
    return box;
  }

  /* columns: [heading, class, function of a row giving text or a node] */
  function table(id, columns, rows) {
    var node = byId(id);
    if (!node) return;
    var head = el('tr', {}, columns.map(function (column) {
      return el('th', {class: column[1]}, [column[0]]);
    }));
    var body = rows.map(function (row) {
      return el('tr', {}, columns.map(function (column) {
        return el('td', {class: column[1]}, [column[2](row)]);
      }));
    });
    node.replaceChildren(el('thead', {}, [head]), el('tbody', {}, body));
  }

  function used(use, decimals) {
    return el('div', {class: 'cell'},
      [fixed(use.used, decimals) + ' / ' + use.total, meter(use.used / use.total)]);
  }

  function spark(values) {
    var low = Math.min.apply(null, values);
    var high = Math.max.apply(null, values);
    var path = values.map(function (value, i) {
      var x = i / (values.length - 1) * 96;
      var y = 22 - (value - low) / (high - low || 1) * 20;
      return (i ? 'L' : 'M') + x.toFixed(1) + ' ' + y.toFixed(1);
    }).join('');
    return svg('svg', {class: 'spark', viewBox: '0 0 96 24'}, [svg('path', {d: path})]);
  }

  /* charts */

  function ceiling(value) {
    var unit = Math.pow(10, Math.floor(Math.log10(value)));
    return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map(function (step) {
      return step * unit;
    }).find(function (top) {
      return top >= value;
    });
  }

  function chart(box, series) {
    var keys = box.dataset.series.split(' ');
    var names = (box.dataset.names || '').split(' ');
    var lists = keys.map(function (key) { return series[key]; });
    var count = lists[0].length;
    var width = Math.max(260, box.clientWidth);
    var height = box.clientHeight;
    var left = 40, right = 6, top = 8, bottom = 22;
    var most = Math.max.apply(null, lists.map(function (list) { return Math.max.apply(null, list); }));
    var limit = Number(box.dataset.top) || ceiling(most * 1.05);
    var end = new Date(series.until).getTime();
    var step = series.step_seconds * 1000;

    function x(i) { return left + i / (count - 1) * (width - left - right); }
    function y(value) { return top + (1 - value / limit) * (height - top - bottom); }
    function at(i) { return end - (count - 1 - i) * step; }

    var root = svg('svg', {viewBox: '0 0 ' + width + ' ' + height, role: 'img'});
    var decimals = limit < 1 ? 2 : limit < 10 ? 1 : 0;
    [0, 0.5, 1].forEach(function (part) {
      var level = y(limit * part);
      root.append(svg('line', {class: 'rule', x1: left, x2: width - right, y1: level, y2: level}));
      root.append(svg('text', {x: left - 7, y: level + 4, 'text-anchor': 'end'}, [fixed(limit * part, decimals)]));
    });
    for (var i = 0; i < count; i++) {
      var date = new Date(at(i));
      if (date.getUTCMinutes() === 0 && date.getUTCHours() % 2 === 0) {
        root.append(svg('text', {x: x(i), y: height - 5, 'text-anchor': 'middle'}, [clock(at(i))]));
      }
    }
    lists.forEach(function (list, index) {
      var color = index ? 'var(--second)' : 'currentColor';
      var path = list.map(function (value, i) {
        return (i ? 'L' : 'M') + x(i).toFixed(1) + ' ' + y(value).toFixed(1);
      }).join('');
      if (!index) {
        root.append(svg('path', {d: path + 'L' + x(count - 1) + ' ' + y(0) + 'L' + left + ' ' + y(0) + 'Z', fill: color, opacity: 0.1}));
      }
      root.append(svg('path', {class: 'line', d: path, stroke: color}));
      if (lists.length > 1) {
        root.append(svg('text', {x: width - right - 4, y: y(list[count - 1]) - 8, 'text-anchor': 'end', style: 'fill:' + color}, [names[index]]));
      }
    });
    var pin = svg('line', {class: 'pin', y1: top, y2: height - bottom, visibility: 'hidden'});
    var tip = el('div', {class: 'tip', hidden: ''});
    root.append(pin);
    box.onmousemove = function (event) {
      var ratio = (event.clientX - box.getBoundingClientRect().left - left) / (width - left - right);
      var i = Math.round(Math.max(0, Math.min(1, ratio)) * (count - 1));
      pin.setAttribute('x1', x(i));
      pin.setAttribute('x2', x(i));
      pin.setAttribute('visibility', 'visible');
      tip.hidden = false;
      tip.style.left = Math.max(60, Math.min(width - 60, x(i))) + 'px';
      tip.textContent = clock(at(i)) + '  ' + lists.map(function (list, index) {
        return (names[index] ? names[index] + ' ' : '') + list[i] + box.dataset.unit;
      }).join('  ');
    };
    box.onmouseleave = function () {
      pin.setAttribute('visibility', 'hidden');
      tip.hidden = true;
    };
    box.replaceChildren(root, tip);
  }

  function charts(series) {
    document.querySelectorAll('.chart').forEach(function (box) {
      chart(box, series);
    });
  }

  /* pages */

  var deployColumns = [
    ['Started', 'mono dim', function (d) { return day(d.started) + ' ' + clock(d.started); }],
    ['Service', 'name', function (d) { return d.service; }],
    ['Version', 'mono', function (d) { return d.version; }],
    ['Commit', 'mono dim', function (d) { return d.commit; }],
    ['By', '', function (d) { return d.author; }],
    ['Ticket', 'dim', function (d) { return d.ticket; }],
    ['What', 'wrap', function (d) { return d.summary; }],
    ['Took', 'num', function (d) { return lasting(d.seconds); }],
    ['', 'num', function (d) { return tag(d.status); }]
  ];

  var serviceColumns = [
    ['Service', 'name', function (s) { return s.name; }],
    ['Namespace', 'dim', function (s) { return s.namespace; }],
    ['Version', 'mono', function (s) { return s.version; }],
    ['Replicas', 'num', function (s) { return s.replicas + ' / ' + s.replicas; }],
    ['Requests/s', 'num', function (s) { return fixed(s.requests_per_second, 1); }],
    ['Last 2 h', '', function (s) { return spark(s.trend); }],
    ['Errors', 'num', function (s) { return fixed(s.error_percent, 3) + ' %'; }],
    ['p95', 'num', function (s) { return fixed(s.p95_ms, 0) + ' ms'; }],
    ['Total', 'num dim', function (s) { return short(s.requests_total); }],
    ['', 'num', function (s) { return tag(s.status); }]
  ];

  function filtered(rows, keys) {
    var words = byId('filter').value.toLowerCase().split(/\s+/);
    return rows.filter(function (row) {
      var text = keys.map(function (key) { return row[key]; }).join(' ').toLowerCase();
      return words.every(function (word) { return text.includes(word); });
    });
  }

  var pages = {
    index: {
      files: ['status', 'series', 'services', 'deploys', 'incidents'],
      draw: function (data) {
        var s = data.status;
        var change = (s.requests.per_second / s.requests.per_second_day_before - 1) * 100;
        byId('tiles').replaceChildren(
          tile('Requests', fixed(s.requests.per_second, 1), '/s',
            (change < 0 ? '' : '+') + fixed(change, 1) + ' % on yesterday'),
          tile('Errors', fixed(s.requests.error_percent, 3), '%', short(s.requests.total) + ' requests'),
          tile('Latency p95', fixed(s.requests.p95_ms, 1), 'ms', s.services.up + ' of ' + s.services.total + ' healthy'),
          tile('CPU', fixed(s.cpu.used / s.cpu.total * 100, 1), '%',
            fixed(s.cpu.used, 1) + ' of ' + s.cpu.total + ' cores', s.cpu.used / s.cpu.total),
          tile('Memory', fixed(s.memory.used / s.memory.total * 100, 1), '%',
            fixed(s.memory.used, 0) + ' of ' + s.memory.total + ' GiB', s.memory.used / s.memory.total),
          tile('Nodes', s.nodes.up + '', 'ready', s.pods.up + ' pods, up ' + lasting(s.uptime_seconds)));
        byId('oncall-now').textContent = 'on call: ' + s.on_call;
        charts(data.series);
        table('busiest', serviceColumns.filter(function (column) {
          return ['Namespace', 'Replicas', 'Total'].indexOf(column[0]) < 0;
        }), data.services.services.slice().sort(function (a, b) {
          return b.requests_per_second - a.requests_per_second;
        }).slice(0, 7));
        byId('feed').replaceChildren.apply(byId('feed'), data.deploys.deploys.slice(0, 6).map(function (d) {
          return el('li', {}, [
            el('p', {}, [el('span', {}, [el('b', {}, [d.service]), ' ', el('span', {class: 'mono'}, [d.version])]), tag(d.status)]),
            el('p', {class: 'dim'}, [d.summary, el('span', {}, [d.author + ', ' + since(d.started, s.generated) + ' ago'])])
          ]);
        }));
        table('incidents', [
          ['', 'mono dim', function (i) { return i.id; }],
          ['', '', function (i) { return tag(i.severity); }],
          ['What', 'wrap name', function (i) { return i.title; }],
          ['Since', 'mono dim', function (i) { return day(i.started) + ' ' + clock(i.started); }],
          ['Lasted', 'num', function (i) { return since(i.started, i.resolved || s.generated); }],
          ['', 'num', function (i) { return tag(i.resolved ? 'resolved' : 'open'); }]
        ], data.incidents.incidents.slice(0, 5));
      }
    },
    services: {
      files: ['services'],
      draw: function (data) {
        table('services', serviceColumns, filtered(data.services.services, ['name', 'namespace']));
        byId('sum').textContent = fixed(data.services.requests_per_second, 1) + ' requests/s in all';
      }
    },
    nodes: {
      files: ['nodes'],
      draw: function (data) {
        var n = data.nodes;
        byId('tiles').replaceChildren(
          tile('CPU', fixed(n.cpu.used, 1), 'of ' + n.cpu.total + ' cores', fixed(n.cpu.used / n.cpu.total * 100, 1) + ' %', n.cpu.used / n.cpu.total),
          tile('Memory', fixed(n.memory.used, 0), 'of ' + n.memory.total + ' GiB', fixed(n.memory.used / n.memory.total * 100, 1) + ' %', n.memory.used / n.memory.total),
          tile('Pods', n.pods.up + '', 'of ' + n.pods.total, fixed(n.pods.up / n.pods.total * 100, 1) + ' %', n.pods.up / n.pods.total),
          tile('Nodes', n.nodes.length + '', 'ready', n.nodes[0].version));
        table('nodes', [
          ['Node', 'name mono', function (r) { return r.name; }],
          ['Role', 'dim', function (r) { return r.role; }],
          ['Zone', 'dim', function (r) { return r.zone; }],
          ['CPU cores', 'num', function (r) { return used(r.cpu, 2); }],
          ['Memory GiB', 'num', function (r) { return used(r.memory, 1); }],
          ['Pods', 'num', function (r) { return r.pods.up; }],
          ['Kubelet', 'mono dim', function (r) { return r.version; }],
          ['Age', 'num', function (r) { return since(r.created, n.generated); }],
          ['', 'num', function (r) { return tag(r.status); }]
        ], n.nodes);
      }
    },
    deploys: {
      files: ['deploys'],
      draw: function (data) {
        table('deploys', deployColumns, filtered(data.deploys.deploys, ['service', 'author', 'ticket', 'summary']));
        byId('sum').textContent = 'last ' + data.deploys.deploys.length + ' of ' + data.deploys.total;
      }
    },
    databases: {
      files: ['databases'],
      draw: function (data) {
        table('servers', [
          ['Server', 'name mono', function (r) { return r.name; }],
          ['Role', '', function (r) { return tag(r.role); }],
          ['Version', 'dim', function (r) { return 'MySQL ' + r.version; }],
          ['Queries/s', 'num', function (r) { return fixed(r.queries_per_second, 1); }],
          ['Connections', 'num', function (r) { return used({used: r.connections, total: r.max_connections}, 0); }],
          ['Lag', 'num', function (r) { return r.role === 'primary' ? '-' : fixed(r.lag_seconds, 2) + ' s'; }],
          ['Data', 'num', function (r) { return fixed(r.size_gib, 1) + ' GiB'; }]
        ], data.databases.servers);
        table('dumps', [
          ['File', 'mono', function (r) { return r.file; }],
          ['Started', 'mono dim', function (r) { return day(r.started) + ' ' + clock(r.started); }],
          ['Took', 'num', function (r) { return lasting(r.seconds); }],
          ['Size', 'num', function (r) { return fixed(r.size_gib, 1) + ' GiB'; }],
          ['', 'num', function (r) { return tag(r.status); }]
        ], data.databases.backups);
      }
    },
    runbook: {
      files: ['status'],
      draw: function (data) {
        byId('oncall-now').textContent = data.status.on_call;
      }
    }
  };

  /* loading: an answer that is late or missing only makes the page say so */

  function load(name) {
    var abort = new AbortController();
    var timer = setTimeout(function () { abort.abort(); }, PATIENCE);
    return fetch('data/' + name + '.json', {cache: 'no-cache', signal: abort.signal})
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      })
      .finally(function () { clearTimeout(timer); });
  }

  function draw() {
    if (shown) pages[page].draw(shown);
  }

  function refresh() {
    var files = pages[page].files;
    Promise.all(files.map(load)).then(function (answers) {
      shown = {};
      files.forEach(function (name, i) { shown[name] = answers[i]; });
      last = new Date(answers[0].generated);
      draw();
    }).catch(function () {}).then(function () {
      tell();
      setTimeout(refresh, PERIOD);
    });
  }

  function tell() {
    if (!last) {
      byId('fresh-text').textContent = 'waiting for data';
      return;
    }
    var age = Math.max(0, Math.round((Date.now() - last) / 1000));
    byId('fresh').className = 'fresh ' + (age < 60 ? 'ok' : 'late');
    byId('fresh-text').textContent = clock(last) + ' UTC, ' + lasting(age) + ' ago';
  }

  var resizing;
  window.addEventListener('resize', function () {
    clearTimeout(resizing);
    resizing = setTimeout(draw, 150);
  });
  if (byId('filter')) byId('filter').addEventListener('input', draw);
  setInterval(function () { if (last) tell(); }, 1000);
  refresh();
})();

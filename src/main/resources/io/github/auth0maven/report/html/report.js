'use strict';
(() => {
  const table = document.querySelector('.failures');
  if (!table) { return; }
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const texts = new Map(rows.map(row => [row, row.textContent.toLowerCase()]));
  const search = document.querySelector('.search');
  const input = search.querySelector('input');
  const found = search.querySelector('output');
  search.hidden = false;
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      row.hidden = !texts.get(row).includes(wanted);
      count += row.hidden ? 0 : 1;
    }
    found.textContent = wanted ? `${count} of ${rows.length}` : '';
  });
  const heads = [...table.tHead.rows[0].cells];
  const order = new Intl.Collator(undefined, {numeric: true});
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const keys = new Map(rows.map(row => [row, row.cells[column].textContent]));
      rows.sort((a, b) => order.compare(keys.get(a), keys.get(b)) * (down ? -1 : 1));
      body.append(...rows);
    });
  });
})();

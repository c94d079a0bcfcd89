//! Rows, laid out: a table where it fits the width, else a block for each row.
//!
//! What must stay true: no cell is ever cut or broken, so that a key can be copied. Where no width is known (a pipe), each row
//! is one line, however long.

use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table};
use unicode_width::UnicodeWidthStr;

/// Where no width is known, a cell wider than this does not make its whole column as wide: it moves the rest of its own row.
const WIDEST: usize = 100;

/// A row of a table, and what stands above it.
pub(super) struct Row {
    header: Vec<&'static str>,
    cells: Vec<String>,
}

impl Row {
    pub(super) fn new<const N: usize>(header: [&'static str; N], cells: [String; N]) -> Self {
        Self { header: header.into(), cells: cells.into() }
    }

    /// Its first columns.
    pub(super) fn first(mut self, columns: usize) -> Self {
        self.header.truncate(columns);
        self.cells.truncate(columns);
        self
    }

    fn block(&self) -> String {
        let told = self.header.iter().zip(&self.cells).filter(|(_, cell)| !cell.is_empty());
        let lines = told.map(|(name, cell)| if name.is_empty() { cell.clone() } else { format!("{name}: {cell}") });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Stands for a cell that is too wide to make its whole column as wide. No cell has it: controls are escaped.
const LATER: &str = "\u{1}";

/// Rows of one kind, for so many columns.
pub(super) fn lay_out(rows: &[Row], width: Option<usize>) -> String {
    let limit = width.unwrap_or(WIDEST);
    let mut table = Table::new();
    table.load_preset(NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    let mut wide = Vec::new();
    for row in rows {
        table.set_header(&row.header);
        table.add_row(row.cells.iter().map(|cell| {
            let is_wide = cell.width() > limit;
            wide.extend(is_wide.then_some(cell));
            if is_wide { LATER } else { cell.as_str() }
        }));
    }
    let text = wide.iter().fold(table.trim_fmt(), |text, cell| text.replacen(LATER, cell, 1));
    if width.is_some_and(|width| text.lines().any(|line| line.width() > width)) {
        return rows.iter().map(Row::block).collect::<Vec<_>>().join("\n\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(keys: &[&str]) -> Vec<Row> {
        keys.iter()
            .map(|key| Row::new(["", "NOTE", "KEY"], ["holder".to_owned(), String::new(), (*key).to_owned()]))
            .collect()
    }

    #[test]
    fn a_table_that_fits_is_one_and_another_is_blocks() {
        let rows = rows(&["/locks/deploy/1", "/l/東京"]);
        let table = "         NOTE  KEY\n holder        /locks/deploy/1\n holder        /l/東京";
        assert_eq!(lay_out(&rows, None), table);
        assert_eq!(lay_out(&rows, Some(30)), table);
        let blocks = "holder\nKEY: /locks/deploy/1\n\nholder\nKEY: /l/東京";
        for width in [29, 20, 5, 1] {
            assert_eq!(lay_out(&rows, Some(width)), blocks);
        }
        assert_eq!(lay_out(&[], Some(20)), "");
    }

    #[test]
    fn a_value_that_is_very_long_is_not_padded_and_pads_nothing() {
        let (long, row) = ("v".repeat(65_000), |key: &str, value: &str| {
            Row::new(["KEY", "VALUE", "REV"], [key, value, "7"].map(str::to_owned))
        });
        let rows = [row("/a", &long), row("/bcd", "v")];
        assert_eq!(lay_out(&rows, None), format!(" KEY   VALUE  REV\n /a    {long}      7\n /bcd  v      7"));
        assert_eq!(lay_out(&rows, Some(80)), format!("KEY: /a\nVALUE: {long}\nREV: 7\n\nKEY: /bcd\nVALUE: v\nREV: 7"));
    }
}

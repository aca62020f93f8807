-- Words to find students by: folded names, transliteration keys, numbers and e-mail parts, made by core/search/rules.
-- Contentless: the names stand in `person`; `detail=none` because candidates are ranked by our own order.
CREATE VIRTUAL TABLE `search_words` USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3');
--> statement-breakpoint
-- Its words, to find the nearest when what was typed matches nothing.
CREATE VIRTUAL TABLE `search_terms` USING fts5vocab(search_words, row);

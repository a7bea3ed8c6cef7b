// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Puts an event's values into an article's texts. Values are hostile: they may hold line breaks, backticks, characters
// that turn the writing direction, a megabyte of text, or a command. In prose they stand as code spans; inside a code
// span or block, which people copy and run, a value that a shell could misread is left as <name> for the reader to
// fill in. Pure functions.

#include "knowledge/article.h"

namespace evident {

/// @p value on one line, without characters that cannot be seen, cut to @p limit characters with "…".
[[nodiscard]] QString plainValue(const QString &value, qsizetype limit);
/// A plain text of the head (title, summary) with its {names} filled in.
[[nodiscard]] QString filledPlain(const QString &text, const Article &article, const EventFacts &facts);
/// Markdown with its {names} filled in.
[[nodiscard]] QString filledMarkdown(const QString &markdown, const Article &article, const EventFacts &facts);
/// The question a check asks about this event. Not complete when the event does not hold what it is about, or holds what
/// no service and no registry key can be called.
[[nodiscard]] CheckQuestion filledQuestion(
    const CheckQuestion &question, const Article &article, const EventFacts &facts);
/// What the checks of the article ask about for this event, each once: "MSExchangeIMC". Empty when it does not say.
[[nodiscard]] QString subjectText(const Article &article, const EventFacts &facts);
/// Where an event holds it.
[[nodiscard]] std::vector<ValuePlace> subjectPlaces(const Article &article);
/// Whether the question names something that each event may have otherwise.
[[nodiscard]] bool dependsOnEvent(const CheckQuestion &question);

} // namespace evident

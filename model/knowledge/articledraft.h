// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An article in the making: the head comes from an event, the person writes prose and nothing else. Written out it is a
// file in the article format like any other, checked by the same parser. A plain value; the editor owns one.

#include "events/event.h"
#include "knowledge/articlefault.h"
#include "knowledge/articleparser.h"

#include <QByteArray>

#include <array>
#include <optional>
#include <vector>

namespace evident {

/// A value of the event that the prose may use as {name}.
struct DraftValue {
    QString name; ///< as texts use it
    QString place; ///< "string 1", "value ServiceName", as articles write it
    QString label; ///< what people know it by: the name in the log, or its number
    QString text; ///< in this event
    bool isDemanded = false; ///< the article speaks only of events that have the same here
};

/// What the person fills in.
enum class DraftField : std::uint8_t { Title, Summary, Meaning, Cause, ToDo, NotWhen };
inline constexpr std::size_t DraftFieldCount = 6;

struct ArticleDraft {
    Event event; ///< the one it is written about, and its first example
    QString id; ///< folder and file name below the folder of articles, such as "own/perflib-1008"
    Verdict verdict = Verdict::Watch;
    std::vector<DraftValue> values;
    std::array<QString, DraftFieldCount> texts; ///< by DraftField
    QString author; ///< who writes it: the article's source
};

/// A draft about @p event with everything but the prose: the values to choose from and a name.
[[nodiscard]] ArticleDraft draftFor(const Event &event);

/// The file of a draft.
struct WrittenDraft {
    QByteArray file; ///< UTF-8, as FORMAT.md asks
    std::array<int, DraftFieldCount> firstLine{}; ///< where each text begins, counted from 1
};
[[nodiscard]] WrittenDraft writtenDraft(const ArticleDraft &draft);

/// What is wrong with a draft, said of the field and the line in it.
struct DraftFault {
    std::optional<DraftField> field; ///< nothing: of the article as a whole
    int line = 0; ///< in the field, counted from 1; 0 when it is the field as a whole
    QString sentence;
    bool isMissing = false; ///< nothing is written there yet
};

struct CheckedDraft {
    std::optional<Article> article; ///< when nothing is wrong
    std::vector<DraftFault> faults;
};
/// Reads the written draft as the shelf would, and tries its examples.
[[nodiscard]] CheckedDraft checkedDraft(const ArticleDraft &draft);

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The YAML head of an article as a plain tree in which every node knows its line, so that each rule broken can be told
// with its place. The only user of yaml-cpp is headtree.cpp. Asking for a key that is missing, of the wrong type or
// empty is a fault, told once; the answer is then empty and reading goes on.

#include "knowledge/articlefault.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace evident {

struct HeadNode {
    enum class Kind : std::uint8_t { Nothing, Text, List, Map };
    struct Key {
        QString name;
        int line = 0;
    };
    Kind kind = Kind::Nothing;
    int line = 0; ///< line of the file
    QString text;
    std::vector<HeadNode> items; ///< of a List
    struct Entry;
    std::vector<Entry> entries; ///< of a Map, in the order written

    /// The value of @p key in a Map, or null.
    [[nodiscard]] const HeadNode *child(QStringView key) const;
};

struct HeadNode::Entry {
    Key key;
    HeadNode value;
};

/// Reads @p yaml, which begins at line @p firstLine of the file. Nothing, and a fault, when it is no YAML mapping.
[[nodiscard]] std::optional<HeadNode> readHead(const QByteArray &yaml, int firstLine, FaultList &faults);

enum class Need : std::uint8_t { Required, Optional };

/// Faults for keys of @p map that are not among @p known, or stand twice.
void checkKeys(const HeadNode &map, std::span<const QLatin1StringView> known, FaultList &faults);
/// One line of text.
[[nodiscard]] QString textOf(const HeadNode &map, QLatin1StringView key, Need need, FaultList &faults);
/// One text or a list of them.
[[nodiscard]] QStringList textsOf(const HeadNode &map, QLatin1StringView key, Need need, FaultList &faults);
/// A text node, or each text of a list node; @p key names it in faults.
[[nodiscard]] QStringList textsIn(const HeadNode &node, QStringView key, FaultList &faults);
/// The nodes of a key that holds one mapping or a list of mappings.
[[nodiscard]] std::vector<const HeadNode *> mapsOf(
    const HeadNode &map, QLatin1StringView key, Need need, FaultList &faults);

} // namespace evident

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes a record out of an event's elements, one after the other, for events whose log had no binary XML: a template of the
// elements' names, and their texts as its values, those of System with the types that Windows gives them. Events of one shape
// share one template. Owned by whoever saves; used for one event after the other.

#include "formats/evtx/writtenrecord.h"

#include <QHash>

namespace evident::evtx {

class EventBuilder {
public:
    void open(QStringView name);
    /// Of the element that was opened last, before its text and children.
    void attribute(QStringView name, QStringView text);
    /// An empty text as well: the element is then written with both of its tags.
    void text(QStringView text);
    void close();

    /// The event whose root was closed; valid until the next open(). Its time is that of TimeCreated.
    [[nodiscard]] WrittenRecord record();

private:
    struct Slot {
        std::size_t begin; ///< in m_bytes
        std::size_t size;
        ValueType type;
    };

    void clear();
    void finishStart();
    void flushText();
    void name(Op op, QStringView text);
    void literal(QStringView text);
    void substitute(ValueType type, QStringView text);
    [[nodiscard]] ValueType typeOf(QStringView attribute) const;
    [[nodiscard]] std::shared_ptr<const Template> shape();

    Program m_program;
    std::vector<std::uint32_t> m_open; ///< OpenElement instructions
    std::vector<QString> m_path;
    std::vector<Slot> m_slots;
    std::vector<std::uint8_t> m_bytes;
    std::vector<Value> m_values;
    QString m_text;
    bool m_hasText = false;
    bool m_inStart = false;
    Timestamp m_time;
    QHash<QByteArray, std::shared_ptr<const Template>> m_shapes;
};

} // namespace evident::evtx

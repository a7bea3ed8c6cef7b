// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One chunk of an .evtx, put together byte by byte: each call appends what its name says, right or wrong as the test
// wants it. Owned by the test.

#include "formats/logreader.h"

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace evident::evtx {

class ChunkBytes {
public:
    ChunkBytes();

    [[nodiscard]] std::uint32_t position() const { return static_cast<std::uint32_t>(m_bytes.size()); }
    template<typename T>
    ChunkBytes &number(T value)
    {
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof(T));
        return *this;
    }
    ChunkBytes &u8(std::uint8_t value) { return number(value); }
    ChunkBytes &u16(std::uint16_t value) { return number(value); }
    ChunkBytes &u32(std::uint32_t value) { return number(value); }
    ChunkBytes &u64(std::uint64_t value) { return number(value); }
    ChunkBytes &raw(const QByteArray &bytes);
    template<typename T>
    ChunkBytes &patch(std::uint32_t at, T value)
    {
        m_bytes.replace(at, sizeof(T), QByteArray(reinterpret_cast<const char *>(&value), sizeof(T)));
        return *this;
    }

    ChunkBytes &beginRecord(std::uint64_t id, std::uint64_t written = 0);
    /// Ends the record with its size and, unless given, the right copy of it.
    ChunkBytes &endRecord(std::optional<std::uint32_t> sizeCopy = {});

    ChunkBytes &fragmentHeader() { return raw(QByteArray::fromHex("0f010100")); }
    ChunkBytes &name(QStringView text); ///< inline
    /// @p dependency: the word that only template definitions have.
    ChunkBytes &open(QStringView name, std::optional<std::uint16_t> dependency = {}, bool hasAttributes = false);
    ChunkBytes &attribute(QStringView name);
    ChunkBytes &closeStart() { return u8(0x02); }
    ChunkBytes &closeEmpty() { return u8(0x03); }
    ChunkBytes &end() { return u8(0x04); }
    ChunkBytes &eof() { return u8(0x00); }
    ChunkBytes &text(QStringView text); ///< a value token
    ChunkBytes &counted(std::uint8_t token, QStringView text); ///< CDATA, PI data
    ChunkBytes &substitution(std::uint16_t number, std::uint8_t token = 0x0d, std::uint8_t type = 0x01);

    ChunkBytes &beginTemplate(); ///< an instance with its definition inline
    ChunkBytes &endTemplate();
    ChunkBytes &instanceOf(std::uint32_t definition); ///< an instance of a definition elsewhere
    struct Value {
        std::uint8_t type;
        QByteArray bytes;
    };
    ChunkBytes &values(const QList<Value> &values);

    /// The chunk with a right header, filled up to 64 KiB.
    [[nodiscard]] QByteArray chunk() const;
    /// A file of this one chunk.
    [[nodiscard]] QByteArray file() const;
    [[nodiscard]] std::uint32_t lastDefinition() const { return m_definition; }

private:
    QByteArray m_bytes;
    std::uint32_t m_record = 0;
    std::uint32_t m_definition = 0;
    std::uint64_t m_firstId = 0;
    std::uint64_t m_lastId = 0;
};

/// A file's header as Windows writes it, with right checksum, before @p chunks.
[[nodiscard]] QByteArray fileOf(const QList<QByteArray> &chunks, std::uint32_t flags = 0, std::uint16_t major = 3);
[[nodiscard]] QByteArray utf16(QStringView text);
/// Writes the checksums of a chunk anew.
void seal(QByteArray &chunk);

/// The log in @p bytes, opened. Fails the program when it cannot be opened.
struct OpenedLog {
    explicit OpenedLog(const QByteArray &bytes);
    Names names;
    std::shared_ptr<const LogReader> log;
    std::vector<EventRow> rows;
    PartReport report; ///< of all parts
    [[nodiscard]] QString xml(std::size_t row) const;
    [[nodiscard]] QString json(std::size_t row) const;
    [[nodiscard]] Event event(std::size_t row) const;
};

} // namespace evident::evtx

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The transfer syntax of Windows' call interfaces: NDR, 32 bit, little-endian (The Open Group C706, chapter 14; MS-RPCE
// 2.2.4). Writes the few forms that our calls need, and reads replies of hosts that may lie: every count is compared
// with what is left. Values on the stack of one call.

#include "bytes/bytes.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace evident {

/// A context handle: 20 bytes that mean something to the host alone.
struct RpcHandle {
    std::array<std::uint8_t, 20> bytes{};
};

class NdrWriter {
public:
    NdrWriter &u16(std::uint16_t value);
    NdrWriter &u32(std::uint32_t value);
    NdrWriter &handle(const RpcHandle &handle);
    /// A null [unique] pointer.
    NdrWriter &null() { return u32(0); }
    /// The referent id of a [unique] pointer that is not null; what it points to is the caller's to write next.
    NdrWriter &pointer();
    /// A [string] with its closing zero: largest count, offset, count, characters.
    NdrWriter &string(QStringView text);
    /// Whether an RPC_UNICODE_STRING's lengths count the closing zero; interfaces differ.
    enum class Counted : std::uint8_t { WithZero, WithoutZero };
    /// An RPC_UNICODE_STRING, its characters at once behind it.
    NdrWriter &unicodeString(QStringView text, Counted counted);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void align(qsizetype size);

    QByteArray m_bytes;
    std::uint32_t m_referents = 0;
};

/// Reads a reply from front to back; after the first read past the end every further one answers 0, and failed() is
/// true.
class NdrReader {
public:
    explicit NdrReader(const QByteArray &stub);
    std::uint16_t u16();
    std::uint32_t u32();
    RpcHandle handle();
    /// A [string]: largest count, offset, count, characters up to the closing zero.
    QString string();
    /// The bytes of a conformant array.
    Bytes conformantBytes();
    /// The bytes of a conformant varying array.
    Bytes varyingBytes();
    [[nodiscard]] bool failed() const { return m_cursor.failed(); }

private:
    void align(std::size_t size);

    Cursor m_cursor;
};

} // namespace evident

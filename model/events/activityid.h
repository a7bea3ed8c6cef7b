// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ActivityID of one event: mostly a GUID, kept as its bytes, since there can be as many of them as events; sometimes, in what
// people exported, any text. A plain value.

#include "events/names.h"

#include <array>
#include <span>

namespace evident {

class ActivityId {
public:
    ActivityId() = default; ///< absent
    /// @p guid: 16 bytes as Windows stores them.
    explicit ActivityId(std::span<const std::uint8_t, 16> guid);
    /// The id that is written like this; texts that are no "{GUID}" are interned.
    [[nodiscard]] static ActivityId of(QStringView text, Names &names);

    [[nodiscard]] bool isNull() const { return m_kind == Kind::Absent; }
    /// "{A0C1853B-5C40-4B15-8766-3CF1C58F985A}", the other text, or nothing.
    [[nodiscard]] QString text(const Names &names) const;
    bool operator==(const ActivityId &) const = default;

    /// Of two GUIDs the one with the smaller key has the smaller text. Nothing for other texts.
    [[nodiscard]] bool isGuid() const { return m_kind == Kind::Guid; }
    [[nodiscard]] const std::array<std::uint64_t, 2> &guidKey() const { return m_key; }

private:
    enum class Kind : std::uint8_t { Absent, Guid, Text };

    std::array<std::uint64_t, 2> m_key{}; ///< the GUID as it is read: first digit highest
    NameId m_text = NameId::None;
    Kind m_kind = Kind::Absent;
};

[[nodiscard]] inline std::uint64_t columnHash(const ActivityId &id)
{
    const auto &[high, low] = id.guidKey();
    const std::uint64_t mixed = (high ^ low * 0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd;
    return mixed ^ mixed >> 32;
}

} // namespace evident

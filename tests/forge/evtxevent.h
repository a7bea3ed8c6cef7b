// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An event as Windows Vista and later log it, and the templates that the event log service would make for it: one of
// the provider's System element, one of the event's own data inside it.

#include "forge/binxml.h"

#include <map>
#include <optional>

namespace forge {

struct NamedValue {
    std::u16string name;
    Value value;
};

/// <EventData>. With names: <Data Name=…>; without: the strings of a classic event as an array.
struct DataElement {
    std::vector<NamedValue> values;
    std::vector<std::u16string> strings;
    std::string binary; ///< <Binary>, left out when empty
};

/// <UserData> with one element of the provider's own.
struct UserElement {
    std::u16string root;
    std::u16string xmlns;
    std::vector<NamedValue> values;
};

struct EvtxEvent {
    std::uint64_t time = 0; ///< FILETIME
    std::u16string provider;
    std::string guid; ///< "{…}", or empty for a classic provider
    std::u16string sourceName;
    std::uint16_t eventId = 0;
    std::optional<std::uint16_t> qualifiers;
    std::optional<std::uint8_t> version; ///< classic events have neither version nor opcode nor process
    std::uint8_t level = 4;
    std::uint16_t task = 0;
    std::uint8_t opcode = 0;
    std::uint64_t keywords = 0x8000000000000000;
    std::uint32_t process = 0;
    std::uint32_t thread = 0;
    std::string activity; ///< "{…}" or empty
    std::u16string channel;
    std::u16string computer;
    std::string sid; ///< binary, see forge::sid; empty for none
    DataElement data;
    std::optional<UserElement> user; ///< instead of data
};

/// FILETIME of so many seconds since 1970, and @p ticks of 100 ns.
[[nodiscard]] constexpr std::uint64_t fileTimeOf(std::uint64_t unixSeconds, std::uint32_t ticks = 0)
{
    return 116'444'736'000'000'000 + unixSeconds * 10'000'000 + ticks;
}

/// Remembers the templates it has made, so that equal events share them.
class EventShapes {
public:
    [[nodiscard]] Fragment fragment(const EvtxEvent &event, std::uint64_t recordId);

private:
    using Known = std::map<std::u16string, std::shared_ptr<const Template>>;
    [[nodiscard]] std::shared_ptr<const Template> systemTemplate(const EvtxEvent &event);
    [[nodiscard]] Fragment eventData(const EvtxEvent &event);
    [[nodiscard]] Fragment userData(const EvtxEvent &event);
    template<typename Make>
    std::shared_ptr<const Template> known(const std::u16string &key, Make make);

    Known m_templates;
};

} // namespace forge

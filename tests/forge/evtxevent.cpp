// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/evtxevent.h"

namespace forge {

namespace {

// The values of the System template, in the order of their descriptions.
enum SystemSlot : std::uint16_t {
    LevelSlot,
    TaskSlot,
    OpcodeSlot,
    IdSlot,
    QualifiersSlot,
    KeywordsSlot,
    TimeSlot,
    ActivitySlot,
    ProcessSlot,
    ThreadSlot,
    RecordSlot,
    VersionSlot,
    UserSlot,
    ChannelSlot,
    ComputerSlot,
    PayloadSlot,
};

std::u16string wide(std::string_view ascii)
{
    return {ascii.begin(), ascii.end()};
}

/// A GUID that depends on the key alone: two runs of FNV-1a.
std::string guidOf(const std::u16string &key)
{
    Blob guid;
    for (const std::uint64_t seed : {0xcbf29ce484222325U, 0x84222325cbf29ce4U}) {
        std::uint64_t hash = seed;
        for (const char16_t unit : key)
            hash = (hash ^ unit) * 0x100000001b3;
        guid.u64(hash);
    }
    return guid.take();
}

Element leaf(std::u16string_view name, Piece piece, std::vector<Attribute> attributes = {})
{
    const std::uint16_t dependency = piece.kind == Piece::Kind::Optional ? piece.number : Element::Independent;
    return {.name = std::u16string(name),
        .attributes = std::move(attributes),
        .content = {std::move(piece)},
        .dependency = dependency};
}

Element systemElement(const EvtxEvent &event)
{
    std::vector<Attribute> provider{{u"Name", {literal(event.provider)}}};
    if (!event.guid.empty())
        provider.push_back({u"Guid", {literal(wide(event.guid))}});
    if (!event.sourceName.empty())
        provider.push_back({u"EventSourceName", {literal(event.sourceName)}});
    std::vector<Piece> content;
    content.push_back(child({.name = u"Provider", .attributes = std::move(provider), .content = {}}));
    content.push_back(child(leaf(u"EventID", slot(IdSlot, ValueType::UInt16),
        {{u"Qualifiers", {optionalSlot(QualifiersSlot, ValueType::UInt16)}}})));
    if (event.version)
        content.push_back(child(leaf(u"Version", optionalSlot(VersionSlot, ValueType::UInt8))));
    content.push_back(child(leaf(u"Level", optionalSlot(LevelSlot, ValueType::UInt8))));
    content.push_back(child(leaf(u"Task", optionalSlot(TaskSlot, ValueType::UInt16))));
    if (event.version)
        content.push_back(child(leaf(u"Opcode", optionalSlot(OpcodeSlot, ValueType::UInt8))));
    content.push_back(child(leaf(u"Keywords", optionalSlot(KeywordsSlot, ValueType::HexInt64))));
    content.push_back(child({.name = u"TimeCreated",
        .attributes = {{u"SystemTime", {optionalSlot(TimeSlot, ValueType::FileTime)}}},
        .content = {}}));
    content.push_back(child(leaf(u"EventRecordID", optionalSlot(RecordSlot, ValueType::UInt64))));
    if (event.version) {
        content.push_back(child({.name = u"Correlation",
            .attributes = {{u"ActivityID", {optionalSlot(ActivitySlot, ValueType::Guid)}}},
            .content = {}}));
        content.push_back(child({.name = u"Execution",
            .attributes = {{u"ProcessID", {optionalSlot(ProcessSlot, ValueType::UInt32)}},
                {u"ThreadID", {optionalSlot(ThreadSlot, ValueType::UInt32)}}},
            .content = {}}));
    }
    content.push_back(child(leaf(u"Channel", optionalSlot(ChannelSlot, ValueType::String))));
    content.push_back(child(leaf(u"Computer", optionalSlot(ComputerSlot, ValueType::String))));
    content.push_back(child(
        {.name = u"Security", .attributes = {{u"UserID", {optionalSlot(UserSlot, ValueType::Sid)}}}, .content = {}}));
    return {.name = u"System", .attributes = {}, .content = std::move(content)};
}

Attribute eventNamespace()
{
    return {u"xmlns", {literal(u"http://schemas.microsoft.com/win/2004/08/events/event")}};
}

} // namespace

template<typename Make>
std::shared_ptr<const Template> EventShapes::known(const std::u16string &key, Make make)
{
    auto &entry = m_templates[key];
    if (!entry)
        entry = std::make_shared<const Template>(Template{.guid = guidOf(key), .root = make()});
    return entry;
}

std::shared_ptr<const Template> EventShapes::systemTemplate(const EvtxEvent &event)
{
    const std::u16string key = u"System\n" + event.provider + u'\n' + wide(event.guid) + u'\n' + event.sourceName
        + (event.version ? u"\nmanifest" : u"\nclassic");
    return known(key, [&event] {
        return Element{.name = u"Event",
            .attributes = {eventNamespace()},
            .content = {child(systemElement(event)), optionalSlot(PayloadSlot, ValueType::Xml)}};
    });
}

Fragment EventShapes::eventData(const EvtxEvent &event)
{
    const DataElement &data = event.data;
    std::u16string key = u"EventData";
    for (const auto &[name, value] : data.values)
        key += u'\n' + name + u'=' + static_cast<char16_t>(value.type);
    Fragment fragment;
    if (data.values.empty())
        fragment.values.push_back(data.strings.empty() ? null() : texts(data.strings));
    for (const auto &[name, value] : data.values)
        fragment.values.push_back(value);
    fragment.values.push_back(data.binary.empty() ? null() : binary(data.binary));
    fragment.definition = known(key, [&data] {
        Element root{.name = u"EventData", .attributes = {}, .content = {}};
        if (data.values.empty())
            root.content.push_back(child(leaf(u"Data", optionalSlots(0, ValueType::String))));
        std::uint16_t index = 0;
        for (const auto &[name, value] : data.values) {
            Piece piece = slot(index++, ValueType::Null);
            piece.type = value.type;
            root.content.push_back(child(leaf(u"Data", std::move(piece), {{u"Name", {literal(name)}}})));
        }
        const auto last = static_cast<std::uint16_t>(root.content.size());
        root.content.push_back(child(leaf(u"Binary", optionalSlot(last, ValueType::Binary))));
        return root;
    });
    return fragment;
}

Fragment EventShapes::userData(const EvtxEvent &event)
{
    const UserElement &user = *event.user;
    std::u16string key = u"UserData\n" + user.root + u'\n' + user.xmlns;
    Fragment fragment;
    for (const auto &[name, value] : user.values) {
        key += u'\n' + name + u'=' + static_cast<char16_t>(value.type);
        fragment.values.push_back(value);
    }
    fragment.definition = known(key, [&user] {
        Element own{.name = user.root, .attributes = {}, .content = {}};
        if (!user.xmlns.empty())
            own.attributes.push_back({u"xmlns", {literal(user.xmlns)}});
        std::uint16_t index = 0;
        for (const auto &[name, value] : user.values) {
            Piece piece = slot(index++, ValueType::Null);
            piece.type = value.type;
            own.content.push_back(child(leaf(name, std::move(piece))));
        }
        return Element{.name = u"UserData", .attributes = {}, .content = {child(std::move(own))}};
    });
    return fragment;
}

Fragment EventShapes::fragment(const EvtxEvent &event, std::uint64_t recordId)
{
    Fragment fragment;
    fragment.definition = systemTemplate(event);
    fragment.values.resize(PayloadSlot + 1);
    auto &values = fragment.values;
    values[LevelSlot] = uint8(event.level);
    values[TaskSlot] = uint16(event.task);
    values[OpcodeSlot] = uint8(event.opcode);
    values[IdSlot] = uint16(event.eventId);
    values[QualifiersSlot] = event.qualifiers ? uint16(*event.qualifiers) : null();
    values[KeywordsSlot] = hex64(event.keywords);
    values[TimeSlot] = forge::fileTime(event.time);
    values[ActivitySlot] = event.activity.empty() ? null() : guidValue(guidBytes(event.activity));
    values[ProcessSlot] = uint32(event.process);
    values[ThreadSlot] = uint32(event.thread);
    values[RecordSlot] = uint64(recordId);
    values[VersionSlot] = event.version ? uint8(*event.version) : null();
    values[UserSlot] = sidValue(event.sid);
    values[ChannelSlot] = text(event.channel);
    values[ComputerSlot] = text(event.computer);
    const bool isEmpty =
        !event.user && event.data.values.empty() && event.data.strings.empty() && event.data.binary.empty();
    values[PayloadSlot] = isEmpty ? null() : xml(event.user ? userData(event) : eventData(event));
    return fragment;
}

} // namespace forge

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/demologs.h"

#include "forge/evtfile.h"
#include "forge/evtxfile.h"

#include <map>
#include <set>
#include <utility>

namespace forge {

namespace {

// The columns of an event line.
enum Column : std::size_t { ProviderColumn = 2, IdColumn, LevelColumn, DetailsColumn, FirstValue };

/// What classic events make of a level.
struct ClassicLevel {
    EvtType type;
    std::uint32_t severity; ///< the highest bits of the 32-bit event id
};

ClassicLevel classicLevel(const RecipeLine &line)
{
    static const std::map<std::string, ClassicLevel> Levels{
        {"success", {EvtType::Success, 0}},
        {"error", {EvtType::Error, 0xC0000000}},
        {"warning", {EvtType::Warning, 0x80000000}},
        {"information", {EvtType::Information, 0x40000000}},
        {"auditSuccess", {EvtType::AuditSuccess, 0}},
        {"auditFailure", {EvtType::AuditFailure, 0}},
    };
    const auto it = Levels.find(line[LevelColumn]);
    if (it == Levels.end())
        line.fail("no level: " + line[LevelColumn]);
    return it->second;
}

std::uint8_t levelNumber(const RecipeLine &line)
{
    static const std::map<std::string, std::uint8_t> Levels{
        {"critical", 1}, {"error", 2}, {"warning", 3}, {"information", 4}, {"verbose", 5}, {"logAlways", 0}};
    const auto it = Levels.find(line[LevelColumn]);
    if (it == Levels.end())
        line.fail("no level: " + line[LevelColumn]);
    return it->second;
}

/// The users of a recipe: name → SID in binary.
std::map<std::string, std::string> usersOf(const Recipe &recipe)
{
    std::map<std::string, std::string> users{
        {"system", sid({18})}, {"localService", sid({19})}, {"networkService", sid({20})}};
    for (const RecipeLine &line : recipe.lines("user"))
        users[line[1]] = sidFrom(line[2]);
    return users;
}

std::string userSid(const RecipeLine &line, const std::map<std::string, std::string> &said,
    const std::map<std::string, std::string> &users)
{
    const auto name = said.find("user");
    if (name == said.end())
        return {};
    const auto it = users.find(name->second);
    if (it == users.end())
        line.fail("no such user: " + name->second);
    return it->second;
}

std::string saidOr(
    const std::map<std::string, std::string> &said, const std::string &name, const std::string &otherwise)
{
    const auto it = said.find(name);
    return it == said.end() ? otherwise : it->second;
}

EvtEvent evtEvent(
    const Happening &happening, const std::u16string &computer, const std::map<std::string, std::string> &users)
{
    const RecipeLine &line = *happening.line;
    const auto said = details(line[DetailsColumn]);
    const ClassicLevel level = classicLevel(line);
    EvtEvent event;
    event.generated = static_cast<std::uint32_t>(happening.time);
    event.eventId = static_cast<std::uint32_t>(number(line[IdColumn]))
        | (said.contains("q") ? static_cast<std::uint32_t>(number(said.at("q"))) << 16 : level.severity);
    event.type = level.type;
    event.category = static_cast<std::uint16_t>(number(saidOr(said, "task", "0")));
    event.source = wide(line[ProviderColumn]);
    event.computer = computer;
    event.sid = userSid(line, said, users);
    for (std::size_t i = FirstValue; i < line.columns.size(); ++i)
        event.strings.push_back(wide(inTurn(line[i], happening.turn)));
    event.data = fromHex(inTurn(saidOr(said, "data", ""), happening.turn));
    return event;
}

/// "type:text", such as u32:5; without a known type the whole text is a string.
Value valueOf(const std::string &text)
{
    const std::size_t colon = text.find(':');
    const std::string type = colon == std::string::npos ? "" : text.substr(0, colon);
    const std::string rest = colon == std::string::npos ? "" : text.substr(colon + 1);
    if (type == "u8")
        return uint8(static_cast<std::uint8_t>(number(rest)));
    if (type == "u16")
        return uint16(static_cast<std::uint16_t>(number(rest)));
    if (type == "u32")
        return uint32(static_cast<std::uint32_t>(number(rest)));
    if (type == "u64")
        return uint64(number(rest));
    if (type == "hex32")
        return hex32(static_cast<std::uint32_t>(number(rest)));
    if (type == "hex64")
        return hex64(number(rest));
    if (type == "bool")
        return boolean(rest == "true");
    if (type == "binary")
        return binary(fromHex(rest));
    if (type == "guid")
        return guidValue(guidBytes(rest));
    if (type == "time")
        return fileTime(fileTimeOf(timeFrom(rest)));
    if (type == "sid")
        return sidValue(sidFrom(rest));
    return forge::text(wide(text));
}

/// Values that begin with "@Name=" are named; the others are the strings of a classic event.
void addValues(
    EvtxEvent &event, const RecipeLine &line, std::size_t turn, const std::map<std::string, std::string> &said)
{
    std::vector<NamedValue> named;
    for (std::size_t i = FirstValue; i < line.columns.size(); ++i) {
        const std::string &column = line[i];
        const std::size_t equals = column.find('=');
        if (column.starts_with('@') && equals != std::string::npos)
            named.push_back({wide(column.substr(1, equals - 1)), valueOf(inTurn(column.substr(equals + 1), turn))});
        else
            event.data.strings.push_back(wide(inTurn(column, turn)));
    }
    if (!named.empty() && !event.data.strings.empty())
        line.fail("values with and without a name");
    if (const std::string root = saidOr(said, "userdata", ""); !root.empty())
        event.user =
            UserElement{.root = wide(root), .xmlns = wide(saidOr(said, "xmlns", "")), .values = std::move(named)};
    else
        event.data.values = std::move(named);
    event.data.binary = fromHex(inTurn(saidOr(said, "data", ""), turn));
}

/// The providers of a recipe: "provider" name guid sourceName keywords.
std::map<std::string, const RecipeLine *> providersOf(const Recipe &recipe)
{
    std::map<std::string, const RecipeLine *> providers;
    for (const RecipeLine &line : recipe.lines("provider"))
        providers[line[1]] = &line;
    return providers;
}

EvtxEvent evtxEvent(const Happening &happening, const std::map<std::string, const RecipeLine *> &providers,
    const std::map<std::string, std::string> &users)
{
    const RecipeLine &line = *happening.line;
    const auto said = details(line[DetailsColumn]);
    const auto provider = providers.find(line[ProviderColumn]);
    if (provider == providers.end())
        line.fail("no such provider: " + line[ProviderColumn]);
    const RecipeLine &origin = *provider->second;
    EvtxEvent event;
    event.time = fileTimeOf(happening.time, happening.ticks);
    event.provider = wide(line[ProviderColumn]);
    event.guid = origin[2] == "-" ? "" : origin[2];
    event.sourceName = origin[3] == "-" ? u"" : wide(origin[3]);
    event.keywords = number(saidOr(said, "keywords", origin[4]));
    event.eventId = static_cast<std::uint16_t>(number(line[IdColumn]));
    if (said.contains("q"))
        event.qualifiers = static_cast<std::uint16_t>(number(said.at("q")));
    if (said.contains("v"))
        event.version = static_cast<std::uint8_t>(number(said.at("v")));
    event.level = levelNumber(line);
    event.task = static_cast<std::uint16_t>(number(saidOr(said, "task", "0")));
    event.opcode = static_cast<std::uint8_t>(number(saidOr(said, "op", "0")));
    event.process = static_cast<std::uint32_t>(number(saidOr(said, "pid", "0")));
    event.thread = static_cast<std::uint32_t>(number(saidOr(said, "tid", "0")));
    event.activity = saidOr(said, "activity", "");
    event.sid = userSid(line, said, users);
    addValues(event, line, happening.turn, said);
    return event;
}

} // namespace

namespace {

/// Does something for every event in turn; what goes wrong is told with the event's line.
template<typename Do>
void forEachHappening(const Recipe &recipe, Do act)
{
    for (const Happening &happening : happenings(recipe)) {
        try {
            act(happening);
        } catch (const std::logic_error &error) {
            happening.line->fail(error.what());
        }
    }
}

} // namespace

std::uint64_t writeEvt(const Recipe &recipe, std::ostream &out)
{
    const auto users = usersOf(recipe);
    EvtFile log(out,
        {.ringSize = static_cast<std::uint32_t>(number(recipe.one("ring", "0"))),
            .state = recipe.has("inUse") ? EvtState::InUse : EvtState::Closed});
    forEachHappening(
        recipe, [&](const Happening &happening) { log.add(evtEvent(happening, wide(recipe.one("computer")), users)); });
    log.finish();
    return log.records().size();
}

std::uint64_t writeEvtx(const Recipe &recipe, std::ostream &out)
{
    const auto users = usersOf(recipe);
    const auto providers = providersOf(recipe);
    std::set<std::uint64_t> wrong;
    for (const RecipeLine &line : recipe.lines("wrongChecksum"))
        wrong.insert(number(line[1]));
    EvtxFile log(out, {.firstRecordId = number(recipe.one("firstRecord", "1"))});
    forEachHappening(recipe, [&](const Happening &happening) {
        log.setChecksums(wrong.contains(log.chunks() + 1) ? Checksums::WrongRecords : Checksums::Right);
        EvtxEvent event = evtxEvent(happening, providers, users);
        event.channel = wide(recipe.one("channel"));
        event.computer = wide(recipe.one("computer"));
        log.add(event);
    });
    log.finish();
    return log.records();
}

} // namespace forge

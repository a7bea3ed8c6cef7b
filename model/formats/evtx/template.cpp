// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/template.h"

#include "formats/evtx/templatestore.h"

#include <algorithm>
#include <atomic>
#include <limits>

namespace evident::evtx {

namespace {

constexpr std::size_t DefinitionHeaderSize = 24;
/// Definitions lie beside each other, so a chunk holds less than a chunk of them. One that claims much more has them
/// overlap, to make us compile the same bytes again and again.
constexpr std::size_t MostDefinitionBytes = 8 * ChunkSize;

std::shared_ptr<const Template> broken(ErrorCode code, std::size_t offset)
{
    auto definition = std::make_shared<Template>();
    definition->program.fault = Program::Fault{.code = code, .offset = offset};
    return definition;
}

/// 0 once there were more than anybody has: from then on none is told from another.
std::uint32_t nextSerial()
{
    static std::atomic_uint64_t last = 0;
    const std::uint64_t serial = ++last;
    return serial <= std::numeric_limits<std::uint32_t>::max() ? static_cast<std::uint32_t>(serial) : 0;
}

/// See Template::payload.
std::uint16_t payloadOf(const Program &program)
{
    std::uint16_t payload = NoDependency;
    int depth = 0;
    bool isSystem = false;
    std::uint32_t attributeEnd = 0;
    for (std::uint32_t i = 0; i < program.code.size(); ++i) {
        const Instruction &at = program.code[i];
        if (at.op == Op::OpenElement) {
            ++depth;
            if (depth == 2)
                isSystem = program.text(at) == QLatin1StringView("System");
            if (!isSystem && at.number != NoDependency)
                return NoDependency;
        } else if (at.op == Op::EndElement) {
            --depth;
            isSystem = isSystem && depth > 1;
        } else if (at.op == Op::Attribute) {
            attributeEnd = at.end;
        } else if (at.op == Op::Substitution && !isSystem) {
            if (depth != 1 || i < attributeEnd || payload != NoDependency)
                return NoDependency;
            payload = at.number;
        }
    }
    return payload;
}

} // namespace

TemplateTable::TemplateTable(Bytes chunk, TemplateStore &store, Names &names)
    : m_chunk(chunk)
    , m_store(store)
    , m_names(names)
{
    m_entries.reserve(MostlyEnough);
}

const Template &TemplateTable::lookUp(std::uint32_t offset)
{
    auto known = std::ranges::find(m_entries, offset, &Entry::offset);
    if (known == m_entries.end()) {
        m_entries.push_back({.offset = offset, .definition = compile(offset)});
        known = std::prev(m_entries.end());
    }
    m_recent[slotOf(offset)] = {.offset = offset, .definition = known->definition};
    return *known->definition;
}

const Template *TemplateTable::find(std::uint32_t id) const
{
    const auto known =
        std::ranges::find_if(m_entries, [id](const Entry &entry) { return entry.definition->isWhole(id); });
    return known != m_entries.end() ? known->definition : nullptr;
}

const Template *TemplateTable::own(std::shared_ptr<const Template> definition)
{
    return m_own.emplace_back(std::move(definition)).get();
}

const Template *TemplateTable::compile(std::uint32_t offset)
{
    Cursor cursor(m_chunk, offset);
    cursor.skip(4); // the next template of the same hash
    const Bytes guid = cursor.take(sizeof(TemplateGuid));
    const std::uint32_t size = cursor.u32();
    if (cursor.failed())
        return own(broken(ErrorCode::BadOffset, offset));
    if (size > cursor.left())
        return own(broken(ErrorCode::BadSize, offset + DefinitionHeaderSize - 4));
    if (const auto *known = m_store.find(m_chunk, offset, DefinitionHeaderSize + size, m_seenNames))
        return known;
    m_compiledBytes += size;
    if (m_compiledBytes > MostDefinitionBytes)
        return own(broken(ErrorCode::TooLarge, offset));
    auto definition = std::make_shared<Template>();
    Compiler compiler(m_chunk, cursor.position(), cursor.position() + size, Purpose::Template);
    definition->program = compiler.run();
    definition->plan = ColumnPlan(definition->program, m_names);
    std::ranges::copy(guid, definition->guid.begin());
    definition->storedSize = DefinitionHeaderSize + size;
    definition->payload = payloadOf(definition->program);
    definition->content = ContentPlan(definition->program);
    if (definition->program.fault)
        return own(std::move(definition));
    definition->serial = nextSerial();
    if (m_store.add(m_chunk, offset, compiler.takeNames(), definition))
        return definition.get();
    definition->serial = 0; // nobody else has it
    return own(std::move(definition));
}

} // namespace evident::evtx

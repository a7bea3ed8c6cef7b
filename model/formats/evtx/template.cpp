// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/template.h"

#include "formats/evtx/templatestore.h"

#include <algorithm>

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

} // namespace

TemplateTable::TemplateTable(Bytes chunk, TemplateStore &store, Names &names)
    : m_chunk(chunk)
    , m_store(store)
    , m_names(names)
{
}

const Template &TemplateTable::at(std::uint32_t offset)
{
    const auto known = std::ranges::find(m_entries, offset, &Entry::offset);
    if (known != m_entries.end())
        return *known->definition;
    m_entries.push_back({.offset = offset, .definition = compile(offset)});
    return *m_entries.back().definition;
}

const Template *TemplateTable::find(std::uint32_t id) const
{
    const auto known =
        std::ranges::find_if(m_entries, [id](const Entry &entry) { return entry.definition->isWhole(id); });
    return known != m_entries.end() ? known->definition.get() : nullptr;
}

std::shared_ptr<const Template> TemplateTable::compile(std::uint32_t offset)
{
    Cursor cursor(m_chunk, offset);
    cursor.skip(4); // the next template of the same hash
    const std::uint32_t id = cursor.u32();
    cursor.skip(12); // the rest of the GUID
    const std::uint32_t size = cursor.u32();
    if (cursor.failed())
        return broken(ErrorCode::BadOffset, offset);
    if (size > cursor.left())
        return broken(ErrorCode::BadSize, offset + DefinitionHeaderSize - 4);
    if (auto known = m_store.find(m_chunk, offset, DefinitionHeaderSize + size))
        return known;
    m_compiledBytes += size;
    if (m_compiledBytes > MostDefinitionBytes)
        return broken(ErrorCode::TooLarge, offset);
    auto definition = std::make_shared<Template>();
    Compiler compiler(m_chunk, cursor.position(), cursor.position() + size, Purpose::Template);
    definition->program = compiler.run();
    definition->plan = ColumnPlan(definition->program, m_names);
    definition->id = id;
    definition->storedSize = DefinitionHeaderSize + size;
    if (!definition->program.fault)
        m_store.add(m_chunk, offset, compiler.takeNames(), definition);
    return definition;
}

} // namespace evident::evtx

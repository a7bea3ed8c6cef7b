// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/rowshapes.h"

#include "bytes/guid.h"
#include "formats/evtx/valuetext.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <limits>

namespace evident::evtx {

namespace {

constexpr std::uint64_t HighestCost = std::uint64_t{1} << 32; // as FragmentReader's

NameId EventRow::*memberOf(Column column)
{
    switch (column) {
    case Column::Provider: return &EventRow::provider;
    case Column::SourceName: return &EventRow::sourceName;
    case Column::Channel: return &EventRow::channel;
    case Column::Computer: return &EventRow::computer;
    case Column::User: return &EventRow::user;
    default: return nullptr;
    }
}

/// See EventRow::likeness. 0 once there were more than anybody has.
std::uint32_t nextLikeness()
{
    static std::atomic_uint64_t last = 0;
    const std::uint64_t likeness = ++last;
    return likeness <= std::numeric_limits<std::uint32_t>::max() ? static_cast<std::uint32_t>(likeness) : 0;
}

} // namespace

RowShapes::Shape *RowShapes::find(const InstanceHead &head, const std::uint8_t *descriptions)
{
    auto &ways = m_shapes[head.definition->serial % Slots];
    for (std::size_t way = 0; way < Ways && ways[way]; ++way) {
        Shape &shape = *ways[way];
        if (shape.serial != head.definition->serial || shape.count != head.count
            || std::memcmp(shape.descriptions.data(), descriptions, shape.descriptions.size()) != 0)
            continue;
        if (way != 0)
            std::swap(ways[way], ways[0]);
        return &shape;
    }
    return nullptr;
}

bool RowShapes::read(TemplateTable &templates, std::size_t begin, std::size_t end, EventRow &row, ShapedRecord &record)
{
    m_isWanted = false;
    const std::size_t chunkEnd = templates.chunk().size();
    end = std::min(end, chunkEnd);
    const InstanceHead head = instanceHead(templates, begin, end);
    if (head.definition == nullptr)
        return false;
    const std::uint8_t *const bytes = templates.chunk().data();
    const std::uint8_t *const descriptions = bytes + head.begin + CountSize;
    // Mostly a record is of a kind that the shape used last knows: that one comparison tells its shape too.
    Shape *shape = m_shapes[head.definition->serial % Slots].front().get();
    const Kind *kind = nullptr;
    if (shape != nullptr && shape->fits(head, end, chunkEnd))
        kind = &shape->kinds[shape->slotOf(descriptions)];
    const EventRow *alike = kind != nullptr && shape->isOf(*kind, descriptions) ? &kind->row : nullptr;
    if (alike == nullptr) {
        shape = find(head, descriptions);
        m_isWanted = shape == nullptr;
        if (shape == nullptr || !shape->fits(head, end, chunkEnd))
            return false;
        alike = &kindOf(*shape, descriptions);
    }
    const std::size_t values = head.begin + CountSize + shape->described();
    std::size_t size = shape->valuesSize;
    const Program &program = head.definition->program;
    record.outer = head.definition;
    record.nested.definition = nullptr;
    std::uint64_t nestedCost = 0;
    if (shape->hasPayload) {
        const std::uint8_t *const description = descriptions + (head.count - 1) * DescriptorSize;
        const auto payload = numberAt<std::uint16_t>(description);
        if (static_cast<ValueType>(description[2]) != ValueType::BinXml || payload > end - values - size
            || !readNested(templates, values + size, values + size + payload, record.nested))
            return false;
        nestedCost = record.nested.cost * program.mostUses;
        record.nestedAt = static_cast<std::uint16_t>(head.count - 1);
        size += payload;
    }
    record.cost = std::min(program.utf8.size() + std::uint64_t{program.mostUses} * size + nestedCost, HighestCost);
    fill(*shape, *alike, bytes + values, row);
    return true;
}

void RowShapes::fill(const Shape &shape, const EventRow &kind, const std::uint8_t *values, EventRow &row)
{
    const std::uint64_t place = row.place;
    const Timestamp writtenAt = row.time;
    row = kind;
    row.place = place;
    row.time = {shape.number<Column::Time>(values)};
    row.recordId = shape.number<Column::RecordId>(values);
    row.processId = static_cast<std::uint32_t>(shape.number<Column::ProcessId>(values));
    row.threadId = static_cast<std::uint32_t>(shape.number<Column::ThreadId>(values));
    if (row.time.isNull())
        row.time = writtenAt;
    if (shape.activity)
        row.activity = ActivityId(std::span<const std::uint8_t, GuidSize>(values + *shape.activity, GuidSize));
}

const EventRow &RowShapes::kindOf(Shape &shape, const std::uint8_t *descriptions)
{
    const std::size_t slot = shape.slotOf(descriptions);
    Kind &kind = shape.kinds[slot];
    if (shape.isOf(kind, descriptions))
        return kind.row;
    std::swap(kind, shape.kinds[slot ^ 1]);
    if (!shape.isOf(kind, descriptions))
        make(kind, shape, descriptions);
    return kind.row;
}

void RowShapes::make(Kind &kind, const Shape &shape, const std::uint8_t *descriptions)
{
    kind.bytes.assign(descriptions, descriptions + shape.mask.size());
    const std::uint8_t *const values = descriptions + shape.described();
    EventRow &row = kind.row;
    row = shape.prototype;
    row.id = static_cast<std::uint16_t>(shape.number<Column::Id>(values));
    const auto level = static_cast<std::uint8_t>(std::min<std::uint64_t>(shape.number<Column::Level>(values), 255));
    row.task = static_cast<std::uint16_t>(shape.number<Column::Task>(values));
    row.opcode = static_cast<std::uint8_t>(shape.number<Column::Opcode>(values));
    row.keywords = shape.number<Column::Keywords>(values);
    row.level = levelFrom(level, row.keywords);
    for (const NamePlace &name : shape.names)
        row.*name.column = m_names.intern({.data = values + name.from, .size = name.size, .type = name.type});
    row.likeness = nextLikeness();
}

void RowShapes::learn(const FragmentReader &record)
{
    if (!m_isWanted || record.definition() == nullptr || record.definition()->serial == 0 || record.values().empty())
        return;
    auto &ways = m_shapes[record.definition()->serial % Slots];
    std::ranges::rotate(ways, std::prev(ways.end()));
    if (!ways.front())
        ways.front() = std::make_unique<Shape>();
    Shape &shape = *ways.front();
    shape = {};
    const Values values = record.values();
    shape.serial = record.definition()->serial;
    shape.count = static_cast<std::uint32_t>(values.size());
    shape.hasPayload = values.back().type == ValueType::BinXml;
    const std::size_t described = (values.size() - (shape.hasPayload ? 1 : 0)) * DescriptorSize;
    const Bytes bytes = slice(record.valueBytes(), CountSize, described);
    shape.descriptions.assign(bytes.begin(), bytes.end());
    shape.isUsable = shape.place(record.definition()->plan, values);
}

/// Finds where the columns lie; false when that is not all that is to be known of a record like this.
bool RowShapes::Shape::place(const ColumnPlan &plan, Values values)
{
    prototype = plan.prototype();
    literals = {prototype.time.ticks, prototype.recordId, prototype.processId, prototype.threadId, prototype.id,
        plan.literalLevel().value_or(0), prototype.task, prototype.opcode, prototype.keywords};
    for (std::uint32_t i = 0; i < Numbers; ++i)
        numbers[i].from = i * static_cast<std::uint32_t>(sizeof(std::uint64_t));
    std::vector<std::size_t> begins;
    for (const Value &value : values) {
        const bool isPayload = hasPayload && begins.size() + 1 == values.size();
        if (value.type == ValueType::BinXml && !isPayload)
            return false;
        begins.push_back(valuesSize);
        valuesSize += isPayload ? 0 : value.size;
    }
    for (const ColumnPlan::Feed &feed : plan.feeds()) {
        if (feed.number == NoDependency)
            return false;
        const Value value = valueAt(values, feed.number);
        if (value.isNull() || (feed.dependency != NoDependency && valueAt(values, feed.dependency).isNull()))
            continue;
        if (value.type == ValueType::BinXml)
            return false;
        const std::size_t from = begins[feed.number];
        if (feed.isName && value.size > 0)
            names.push_back({.column = memberOf(feed.column),
                .from = static_cast<std::uint32_t>(from),
                .size = value.size,
                .type = value.type});
        else if (feed.column == Column::Activity && value.type == ValueType::Guid && value.size == GuidSize)
            activity = static_cast<std::uint32_t>(from);
        else if (!feed.isName && !placeNumber(feed.column, value, from))
            return false;
    }
    placeKinds();
    return true;
}

/// All descriptions, but for the size of the payload; of the values those that the rows of a kind share.
void RowShapes::Shape::placeKinds()
{
    mask.assign(paddedToStep(described() + valuesSize), 0);
    const auto mark = [this](std::size_t from, std::size_t size) {
        std::fill_n(mask.begin() + static_cast<std::ptrdiff_t>(from), size, std::uint8_t{0xff});
    };
    mark(0, descriptions.size());
    if (hasPayload)
        mark(descriptions.size() + 2, 1); // its type
    for (std::size_t i = numberOf(Column::Id); i < Numbers; ++i) {
        if (!numbers[i].isLiteral)
            mark(described() + numbers[i].from, static_cast<std::size_t>(std::popcount(numbers[i].mask)) / 8);
    }
    for (const NamePlace &name : names)
        mark(described() + name.from, name.size);
    reach = std::max(reach, mask.size());
}

bool RowShapes::Shape::placeNumber(Column column, const Value &value, std::size_t from)
{
    const bool isTime = column == Column::Time;
    const bool isPlain = isTime ? value.type == ValueType::FileTime && value.size == 8
                                : !isText(value.type) && !isArray(value.type)
            && (value.size == 1 || value.size == 2 || value.size == 4 || value.size == 8);
    const std::size_t which = numberOf(column);
    if (!isPlain || which == Numbers)
        return false;
    numbers[which] = {.mask = ~std::uint64_t{0} >> (64U - 8U * value.size),
        .from = static_cast<std::uint32_t>(from),
        .isLiteral = false};
    reach = std::max(reach, described() + from + sizeof(std::uint64_t));
    return true;
}

} // namespace evident::evtx

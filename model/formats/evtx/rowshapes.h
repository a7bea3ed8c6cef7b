// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Records of one template mostly describe their values alike, from one to the next. Then every column's value lies where it
// lay before, and neither a list of values nor the plan has to be looked at. A RowShapes learns from records that were read
// the plain way, and answers only for those of which that would answer the same. Goes with the reader of the log; belongs to one thread at
// a time.

#include "formats/evtx/contentglance.h"
#include "formats/evtx/contentlines.h"
#include "formats/evtx/contentscan.h"
#include "formats/evtx/fragment.h"
#include "formats/evtx/knownnames.h"
#include "formats/evtx/maskedcompare.h"
#include "formats/evtx/quickread.h"

#include <algorithm>
#include <array>
#include <memory>

namespace evident::evtx {

/// A record that was read by its shape. It has no fault.
struct ShapedRecord {
    const Template *outer = nullptr;
    NestedInstance nested{}; ///< no definition when no value nests anything
    std::uint16_t nestedAt = NoDependency; ///< the number of the value that nests it
    std::uint64_t cost = 0; ///< as FragmentReader::cost()
};

class RowShapes {
public:
    explicit RowShapes(KnownNames &names)
        : m_names(names)
    {
    }

    /// Reads the columns of @p row, all but its marks; its place, and its time in case that the record gives none, are there already. False
    /// when there was no record like it before, or it is out of the ordinary: @p row is as it was.
    [[nodiscard]] bool read(
        TemplateTable &templates, std::size_t begin, std::size_t end, EventRow &row, ShapedRecord &record);
    /// Remembers the shape of the record that the last read() refused, which is without fault and stands in @p record.
    void learn(const FragmentReader &record);

private:
    /// The columns that are numbers; those from the id on are what rows of one kind have in common.
    static constexpr std::array NumberColumns{Column::Time, Column::RecordId, Column::ProcessId, Column::ThreadId,
        Column::Id, Column::Level, Column::Task, Column::Opcode, Column::Keywords};
    static constexpr std::size_t Numbers = NumberColumns.size();
    [[nodiscard]] static constexpr std::size_t numberOf(Column column)
    {
        return static_cast<std::size_t>(std::ranges::find(NumberColumns, column) - NumberColumns.begin());
    }

    struct NumberPlace {
        std::uint64_t mask = ~std::uint64_t{0}; ///< of eight bytes, those that count
        std::uint32_t from = 0; ///< in the values, or among the literals
        bool isLiteral = true;
    };
    struct NamePlace {
        NameId EventRow::*column = nullptr;
        std::uint32_t from = 0;
        std::uint16_t size = 0;
        ValueType type{};
    };
    /// Rows that hold the same wherever their shape's mask has its bits set.
    struct alignas(64) Kind {
        std::vector<std::uint8_t> bytes; ///< what they hold: descriptions and values, with what lies behind them
        EventRow row; ///< all columns that follow from it
    };
    /// What each record looks at comes first, so that it lies together.
    struct Shape {
        std::uint32_t serial = 0; ///< of the template
        std::uint32_t count = 0; ///< of values
        bool isUsable = false; ///< false: records like this have to be read the plain way
        bool hasPayload = false; ///< the last value nests a fragment; its size is not part of the shape
        std::size_t valuesSize = 0; ///< without the payload
        std::size_t reach = 0; ///< so many bytes from the first description on are looked at
        std::vector<std::uint8_t> mask; ///< of descriptions and values: what a kind is made of; padded
        std::optional<std::uint32_t> activity; ///< where its GUID lies
        std::array<NumberPlace, Numbers> numbers;
        std::array<std::uint64_t, Numbers> literals{};
        static constexpr unsigned KindBits = 4;
        std::array<Kind, 1U << KindBits>
            kinds; ///< by event id: in its slot, or the one beside it; without a likeness: none yet
        std::vector<std::uint8_t> descriptions; ///< without the payload's
        EventRow prototype;
        std::vector<NamePlace> names;

        [[nodiscard]] bool place(const ColumnPlan &plan, Values values);
        [[nodiscard]] bool placeNumber(Column column, const Value &value, std::size_t from);
        void placeKinds();
        [[nodiscard]] std::size_t described() const { return std::size_t{count} * DescriptorSize; }
        /// Whether a record of @p head may be of this shape, and all that is looked at lies before the ends of record and chunk.
        [[nodiscard]] bool fits(const InstanceHead &head, std::size_t end, std::size_t chunkEnd) const
        {
            const std::size_t begin = head.begin + CountSize;
            return serial == head.definition->serial && count == head.count && isUsable
                && described() + valuesSize <= end - begin && reach <= chunkEnd - begin;
        }
        template<Column NumberColumn>
        [[nodiscard]] std::uint64_t number(const std::uint8_t *values) const
        {
            constexpr std::size_t Which = numberOf(NumberColumn);
            const NumberPlace &place = numbers[Which];
            std::uint64_t number = 0;
            std::memcpy(&number,
                (place.isLiteral ? reinterpret_cast<const std::uint8_t *>(literals.data()) : values) + place.from,
                sizeof(number));
            return number & place.mask;
        }
        /// Where the kind of a record that fits is kept, if it is. @p record: from its first description on.
        [[nodiscard]] std::size_t slotOf(const std::uint8_t *record) const
        {
            constexpr std::uint32_t Spread = 0x9e37'79b1;
            return static_cast<std::uint32_t>(number<Column::Id>(record + described())) * Spread >> (32U - KindBits);
        }
        [[nodiscard]] bool isOf(const Kind &kind, const std::uint8_t *record) const
        {
            return kind.row.likeness != 0 && isSameWhere(mask.data(), kind.bytes.data(), record, mask.size());
        }
    };

    [[nodiscard]] Shape *find(const InstanceHead &head, const std::uint8_t *descriptions);
    [[nodiscard]] const EventRow &kindOf(Shape &shape, const std::uint8_t *descriptions);
    void make(Kind &kind, const Shape &shape, const std::uint8_t *descriptions);
    static void fill(const Shape &shape, const EventRow &kind, const std::uint8_t *values, EventRow &row);

    static constexpr std::size_t Slots = 256;
    static constexpr std::size_t Ways = 6; ///< shapes of one template, or of several that share a slot
    KnownNames &m_names;
    std::array<std::array<std::unique_ptr<Shape>, Ways>, Slots> m_shapes; ///< those used last first
    bool m_isWanted = false; ///< to learn the shape of what the last read() refused
};

/// What one worker remembers of the rows that it read, to read the next ones sooner.
struct RowMemory {
    explicit RowMemory(Names &allNames)
        : names(allNames)
        , shapes(names)
    {
    }
    RowMemory(const RowMemory &) = delete; // shapes refers to names
    RowMemory &operator=(const RowMemory &) = delete;

    KnownNames names;
    RowShapes shapes;
    ContentGlance glance;
    ContentScan scan;
    ContentLines lines;
};

} // namespace evident::evtx

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
#include "formats/evtx/quickread.h"

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
    /// The columns that are numbers: first those that rows of one kind have in common.
    static constexpr std::array NumberColumns{Column::Id, Column::Level, Column::Task, Column::Opcode, Column::Keywords,
        Column::Time, Column::RecordId, Column::ProcessId, Column::ThreadId};
    static constexpr std::size_t Numbers = NumberColumns.size();
    static constexpr std::size_t KindNumbers = 5;

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
    struct Range {
        std::uint32_t from = 0;
        std::uint32_t size = 0;
    };
    /// Rows that hold the same in all of a shape's kindRanges.
    struct Kind {
        std::vector<std::uint8_t> bytes; ///< what they hold there, one range behind the other
        EventRow row; ///< all columns that follow from it
    };
    struct Shape {
        std::uint32_t serial = 0; ///< of the template
        std::uint32_t count = 0; ///< of values
        bool isUsable = false; ///< false: records like this have to be read the plain way
        bool hasPayload = false; ///< the last value nests a fragment; its size is not part of the shape
        std::vector<std::uint8_t> descriptions; ///< without the payload's
        std::size_t valuesSize = 0; ///< without the payload
        std::size_t reach = 0; ///< so many bytes from the first value on are looked at
        EventRow prototype;
        std::array<std::uint64_t, Numbers> literals{};
        std::array<NumberPlace, Numbers> numbers;
        std::vector<NamePlace> names;
        std::optional<std::uint32_t> activity; ///< where its GUID lies
        std::vector<Range> kindRanges; ///< of the values: what numbers and names of a kind are made of
        static constexpr unsigned KindBits = 4;
        std::array<Kind, 1U << KindBits>
            kinds; ///< by event id: in its slot, or the one beside it; without a likeness: none yet

        [[nodiscard]] bool place(const ColumnPlan &plan, Values values);
        [[nodiscard]] bool placeNumber(Column column, const Value &value, std::size_t from);
        void placeKinds();
        [[nodiscard]] std::uint64_t number(std::size_t which, const std::uint8_t *values) const
        {
            const NumberPlace &place = numbers[which];
            std::uint64_t number = 0;
            std::memcpy(&number,
                (place.isLiteral ? reinterpret_cast<const std::uint8_t *>(literals.data()) : values) + place.from,
                sizeof(number));
            return number & place.mask;
        }
        [[nodiscard]] bool isOf(const Kind &kind, const std::uint8_t *values) const;
    };

    [[nodiscard]] Shape *find(const InstanceHead &head, const std::uint8_t *descriptions);
    void fill(Shape &shape, const std::uint8_t *values, EventRow &row);
    [[nodiscard]] const EventRow &kindOf(Shape &shape, const std::uint8_t *values);
    void make(Kind &kind, const Shape &shape, const std::uint8_t *values);

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

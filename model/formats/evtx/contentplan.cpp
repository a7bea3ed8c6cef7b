// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/contentplan.h"

namespace evident::evtx {

/// Walks a program once, as a ContentCollector is walked through every record.
class ContentPlanner {
public:
    ContentPlanner(const Program &program, ContentPlan &plan)
        : m_program(program)
        , m_plan(plan)
    {
    }

    /// False where leaves depend on more than their own values.
    [[nodiscard]] bool run()
    {
        for (std::uint32_t i = 0; i < m_program.code.size(); ++i) {
            const Instruction &at = m_program.code[i];
            bool isPlain = true;
            switch (at.op) {
            case Op::OpenElement: isPlain = open(at); break;
            case Op::Attribute:
                isPlain = attribute(i, at);
                i = at.end - 1;
                break;
            case Op::EndElement: isPlain = close(at); break;
            case Op::Text:
            case Op::CData: ++m_texts; break;
            case Op::Substitution: m_numbers.push_back(at.number); break;
            default: break;
            }
            if (!isPlain)
                return false;
        }
        return true;
    }

private:
    [[nodiscard]] bool open(const Instruction &at)
    {
        // An element that holds others must always be there.
        if (m_isLeaf && m_dependency != NoDependency)
            return false;
        ++m_depth;
        const bool isRoot = m_depth == 1;
        if (isRoot && m_program.text(at) != u"EventData" && m_program.text(at) != u"UserData")
            return false;
        m_isLeaf = true;
        m_dependency = at.number;
        m_name.clear();
        m_numbers.clear();
        m_texts = 0;
        return true;
    }

    /// Only the attribute Name of a leaf says anything, and whether an element is one is not known yet.
    [[nodiscard]] bool attribute(std::uint32_t index, const Instruction &at)
    {
        if (m_program.text(at) != u"Name")
            return true;
        for (std::uint32_t i = index + 1; i < at.end; ++i) {
            const Instruction &part = m_program.code[i];
            if (part.op == Op::Substitution)
                return false;
            if (part.op == Op::Text || part.op == Op::CData)
                m_name += m_program.text(part);
        }
        return true;
    }

    [[nodiscard]] bool close(const Instruction &at)
    {
        const bool isLeaf = m_isLeaf && m_depth > 1;
        // A root that holds nothing but text has no leaf; it must always be there all the same.
        const bool isRight = isLeaf || !m_isLeaf || m_dependency == NoDependency;
        m_isLeaf = false;
        --m_depth;
        return isLeaf ? leaf(m_program.text(at)) : isRight;
    }

    [[nodiscard]] bool leaf(QStringView element)
    {
        if (m_texts > 0 || m_numbers.size() > 1)
            return false;
        const bool isData = element == u"Data" || element == u"ComplexData";
        const QStringView name = isData ? QStringView(m_name) : element;
        m_plan.m_leaves.push_back({.name = name.toString(),
            .number = m_numbers.empty() ? NoDependency : m_numbers.front(),
            .dependency = m_dependency,
            .isString = element != u"Binary" && name != u"binaryData" && name != u"binaryDataSize"});
        return true;
    }

    const Program &m_program;
    ContentPlan &m_plan;
    int m_depth = 0; ///< 1 inside EventData or UserData
    bool m_isLeaf = false; ///< no child since the last start tag
    std::uint16_t m_dependency = NoDependency; ///< of the element that began last
    QString m_name; ///< its attribute
    int m_texts = 0; ///< in it
    std::vector<std::uint16_t> m_numbers; ///< of the values in it
};

ContentPlan::ContentPlan(const Program &program)
{
    m_isKnown = ContentPlanner(program, *this).run();
}

} // namespace evident::evtx

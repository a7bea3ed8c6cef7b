// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/explanationpage.h"

#include "articles/classicpage.h"
#include "details/checkcard.h"
#include "details/fold.h"
#include "details/readingtext.h"
#include "looks/badge.h"
#include "looks/fonts.h"
#include "looks/spacing.h"
#include "reports/reportpage.h"
#include "reports/words.h"
#include "session/classicarchive.h"
#include "tables/tabulartime.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QToolButton>
#include <QUrl>

#include <utility>

namespace evident {

namespace {

constexpr int CardWidth = 380;
constexpr std::size_t MostCandidates = 5;

QString asList(const QStringList &lines)
{
    QString list;
    for (const QString &line : lines)
        list += QStringLiteral("- ") + escapedForMarkdown(line) + u'\n';
    return list;
}

QString sourceLine(const ArticleSource &source)
{
    // The address itself is the link: nobody has to click to learn where it leads.
    const QString title = escapedForMarkdown(source.title);
    return source.address.isEmpty()
        ? title
        : QStringLiteral("%1, [%2](<%3>)").arg(title, escapedForMarkdown(source.address), source.address);
}

} // namespace

QString pageMarkdown(const Explanation &explanation)
{
    QString page;
    for (std::size_t at = 0; at < SectionCount; ++at) {
        if (!explanation.sections[at].isEmpty())
            page += QStringLiteral("## %1\n\n%2\n\n")
                        .arg(sectionText(static_cast<SectionKind>(at)), explanation.sections[at]);
    }
    if (!explanation.appliesTo.isEmpty()) {
        page += QStringLiteral("## %1\n\n%2\n\n")
                    .arg(ExplanationPage::tr("Applies to"),
                        escapedForMarkdown(explanation.appliesTo.join(QStringLiteral(", "))));
    }
    QStringList sources;
    for (const ArticleSource &source : explanation.sources)
        sources.append(sourceLine(source));
    if (!sources.isEmpty())
        page += QStringLiteral("## %1\n\n%2\n")
                    .arg(headingText(PageHeading::Sources), sources.join(QStringLiteral("  \n")));
    return page;
}

ExplanationPage::ExplanationPage(Session &session, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_page(new QWidget)
    , m_grid(new QGridLayout(m_page))
    , m_head(new QWidget)
    , m_badge(new Badge)
    , m_span(new QLabel)
    , m_title(new QLabel)
    , m_back(new QToolButton)
    , m_card(new CheckCard(session))
    , m_body(new QWidget)
    , m_text(new ReadingText)
    , m_why(new ReadingText)
    , m_others(new ReadingText)
    , m_classic(new ReadingText)
    , m_wrong(new QToolButton)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Explanation"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *across = new QHBoxLayout(content);
    across->setContentsMargins(spacing::Wide, spacing::Wide, spacing::Wide, spacing::Wide);
    across->addWidget(m_page, 1000); // up to its own greatest width, which holds the lines short
    across->addStretch(1);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * spacing::Wide);
    m_grid->setVerticalSpacing(spacing::Wide);
    setUpHead(m_grid);
    m_text->setAccessibleName(tr("Article"));
    m_whyFold = new Fold(headingText(PageHeading::Why), m_why);
    m_othersFold = new Fold(headingText(PageHeading::AlsoPossible), m_others);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(spacing::Normal);
    m_classicFold = new Fold(tr("From the classic archive"), m_classic);
    m_classicFold->setOpen(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_whyFold, m_othersFold, m_classicFold})
        body->addWidget(part);
    m_wrong->setText(tr("This explanation is wrong…"));
    m_wrong->setFocusPolicy(Qt::StrongFocus);
    m_wrong->setAutoRaise(true);
    connect(m_wrong, &QToolButton::clicked, this, &ExplanationPage::foundWrong);
    body->addWidget(m_wrong, 0, Qt::AlignLeft);
    body->addStretch();
    m_body->setMaximumWidth(m_text->readingWidth());
    placeCard(CardPlace::Above);
    setWidget(content);
    connect(m_others, &ReadingText::placeWanted, this,
        [this](const QUrl &place) { showOther(ArticleNumber(place.path().toUShort())); });
    connect(m_classic, &ReadingText::placeWanted, this,
        [this](const QUrl &place) { showClassic(QStringLiteral("kb/") + place.path()); });
    connect(m_back, &QToolButton::clicked, this, [this] {
        if (m_subject)
            showSubject(*m_subject, m_zone);
    });
    connect(&session, &Session::findingsChanged, this, &ExplanationPage::refreshHead);
    connect(&session, &Session::checkDone, this, &ExplanationPage::refreshHead);
    showNothing();
}

void ExplanationPage::setUpHead(QGridLayout *grid)
{
    auto *column = new QVBoxLayout(m_head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::Normal);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::Normal);
    line->addWidget(m_badge);
    line->addWidget(m_span, 1);
    column->addLayout(line);
    column->addWidget(m_title);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    m_span->setWordWrap(true);
    m_span->setTextFormat(Qt::PlainText);
    m_span->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_span->setFont(tabularFont(m_span->font()));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setFont(headingFont(font()));
    m_back->setText(tr("Back to the event"));
    m_back->setFocusPolicy(Qt::StrongFocus);
    m_head->setMaximumWidth(m_text->readingWidth());
    grid->addWidget(m_head, 0, 0);
}

void ExplanationPage::placeCard(CardPlace place)
{
    m_place = place;
    m_grid->removeWidget(m_card);
    m_grid->removeWidget(m_body);
    const bool beside = place == CardPlace::Beside;
    if (beside) {
        m_grid->addWidget(m_card, 0, 1, 2, 1, Qt::AlignTop);
        m_grid->addWidget(m_body, 1, 0);
        m_card->setMinimumWidth(CardWidth);
        m_card->setMaximumWidth(CardWidth + 6 * spacing::Wide);
        m_page->setMaximumWidth(m_text->readingWidth() + 2 * spacing::Wide + m_card->maximumWidth());
    } else {
        m_grid->addWidget(m_card, 1, 0);
        m_grid->addWidget(m_body, 2, 0);
        m_card->setMinimumWidth(0);
        m_card->setMaximumWidth(m_text->readingWidth());
        m_page->setMaximumWidth(m_text->readingWidth());
    }
    m_grid->setRowStretch(1, beside ? 1 : 0);
    m_grid->setRowStretch(2, beside ? 0 : 1);
    m_grid->setColumnStretch(0, beside ? 3 : 1);
    m_grid->setColumnStretch(1, beside ? 2 : 0);
}

void ExplanationPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int forBoth = m_text->readingWidth() * 3 / 4 + CardWidth + 4 * spacing::Wide;
    const CardPlace place = viewport()->width() >= forBoth ? CardPlace::Beside : CardPlace::Above;
    if (place != m_place)
        placeCard(place);
}

void ExplanationPage::showNothing()
{
    m_subject.reset();
    m_card->showNone();
    m_badge->hide();
    m_back->hide();
    m_span->clear();
    m_title->setText(tr("Nothing chosen"));
    m_text->showMarkdown(tr("Choose a finding on the left or an event in the table; what it means stands here then."));
    hideFolds();
}

void ExplanationPage::showSubject(const Subject &subject, const QTimeZone &zone)
{
    const bool other = !m_subject || m_subject->row != subject.row;
    m_subject = subject;
    m_zone = zone;
    if (subject.explanation)
        showKnown();
    else
        showUnknown();
    if (other)
        verticalScrollBar()->setValue(0);
}

void ExplanationPage::showKnown()
{
    if (!m_subject || !m_subject->explanation)
        return;
    const Explanation &explanation = *m_subject->explanation;
    m_back->hide();
    m_title->setText(explanation.title);
    showHead(findingOf(m_session, m_subject->finding));
    showCard();
    m_text->showMarkdown(pageMarkdown(explanation));
    showReasons(explanation);
    showCandidates();
    m_wrong->show();
}

void ExplanationPage::showCard()
{
    const auto &own = m_subject->explanation->checks;
    if (m_subject->finding && !own.empty())
        m_card->showFor(*m_subject->finding, subjectOf(own), m_zone);
    else
        m_card->showNone();
}

void ExplanationPage::showOther(ArticleNumber article)
{
    if (!m_subject || std::to_underlying(article) >= m_session.matcher().shelf().size())
        return;
    const Explanation other = explainBy(m_session.matcher(), article, m_subject->event);
    m_back->show();
    m_card->showNone();
    m_badge->setLook(BadgeLook::of(other.verdict));
    m_span->setText(tr("Another possible explanation of this event"));
    m_title->setText(other.title);
    m_text->showMarkdown(pageMarkdown(other));
    hideFolds();
    verticalScrollBar()->setValue(0);
}

void ExplanationPage::showUnknown()
{
    const Event &event = m_subject->event;
    m_card->showNone();
    m_back->hide();
    m_badge->hide();
    m_span->setText(QStringLiteral("%1, %2").arg(levelText(event.level), timeText(event.time, m_zone)));
    m_title->setText(tr("%1, event %2").arg(event.provider).arg(event.id));
    QString page =
        tr("No article of the knowledge base speaks of this event, so Evident does not know whether it matters.");
    if (m_subject->description.origin == DescriptionOrigin::Windows)
        page += QStringLiteral("\n\n## %1\n\n%2")
                    .arg(headingText(PageHeading::WindowsText), escapedForMarkdown(m_subject->description.text));
    else if (m_subject->description.origin == DescriptionOrigin::Values)
        page += QStringLiteral("\n\n## %1\n\n%2")
                    .arg(headingText(PageHeading::Values), escapedForMarkdown(m_subject->description.text));
    m_text->showMarkdown(page);
    hideFolds();
    showCandidates();
}

void ExplanationPage::hideFolds()
{
    for (Fold *fold : {m_whyFold, m_othersFold, m_classicFold})
        fold->hide();
    m_wrong->hide();
}

void ExplanationPage::setArchive(const ClassicArchive &archive)
{
    m_archive = &archive;
    connect(&archive, &ClassicArchive::imported, this, [this] {
        if (m_subject && m_back->isHidden())
            showSubject(*m_subject, m_zone);
    });
}

/// What an old article says of an event is worth reading, but it is no verdict; so it stands behind everything else.
void ExplanationPage::showCandidates()
{
    QString list;
    if (m_archive && m_archive->shelf()) {
        for (const ClassicCandidate &one : m_archive->shelf()->candidates(m_subject->event, MostCandidates)) {
            const QString number = one.id.section(u'/', 1);
            list += QStringLiteral("- [%1](classic:%2), %3: %4\n")
                        .arg(escapedForMarkdown(one.title), number, number,
                            escapedForMarkdown(one.why.join(QStringLiteral(". "))));
        }
    }
    m_classic->showMarkdown(list);
    m_classicFold->setVisible(!list.isEmpty());
}

void ExplanationPage::showClassic(const QString &id)
{
    const auto article = m_archive && m_archive->shelf() ? m_archive->shelf()->article(id) : std::nullopt;
    if (!article)
        return;
    m_back->show();
    m_card->showNone();
    m_badge->hide();
    m_span->setText(originText(*article));
    m_title->setText(visible(article->title));
    m_text->showMarkdown(pageMarkdown(*article));
    hideFolds();
    verticalScrollBar()->setValue(0);
}

void ExplanationPage::showHead(const Finding *finding)
{
    std::optional<ConclusionKind> conclusion;
    const auto &own = m_subject->explanation->checks;
    if (const auto *asked = finding && !own.empty() ? subjectNamed(*finding, subjectOf(own)) : nullptr;
        asked && asked->conclusion)
        conclusion = asked->conclusion->kind;
    m_badge->setLook(BadgeLook::of(m_subject->explanation->verdict, conclusion));
    m_badge->show();
    if (!finding) {
        m_span->setText(timeText(m_subject->event.time, m_zone));
        return;
    }
    const QString count = QStringLiteral("%1 ×").arg(countText(finding->count));
    const TabularTime time(m_zone);
    const QString last = QStringLiteral("%1 %2").arg(time.text(finding->last), offsetText(finding->last, m_zone));
    const QString span = finding->count == 1 ? last : tr("%1 to %2").arg(time.text(finding->first), last);
    m_span->setText(QStringList{count, span, finding->computer}.join(QStringLiteral(" · ")));
}

void ExplanationPage::refreshHead()
{
    if (m_subject && m_subject->explanation && m_back->isHidden()) {
        showHead(findingOf(m_session, m_subject->finding));
        showCard();
    }
}

void ExplanationPage::showReasons(const Explanation &explanation)
{
    m_why->showMarkdown(asList(explanation.why));
    m_whyFold->setVisible(!explanation.why.isEmpty());
    QString others;
    for (const ArticleNumber number : explanation.alsoPossible) {
        const Explanation other = explainBy(m_session.matcher(), number, m_subject->event);
        others += QStringLiteral("- [%1](article:%2): %3\n")
                      .arg(escapedForMarkdown(other.title))
                      .arg(std::to_underlying(number))
                      .arg(verdictText(other.verdict));
    }
    m_others->showMarkdown(others);
    m_othersFold->setVisible(!others.isEmpty());
}

} // namespace evident

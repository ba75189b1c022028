using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>A decision on a case that can be objected to.</summary>
/// <param name="Soort">One of <see cref="Besluitsoort"/>.</param>
/// <param name="Ondertekenaars">Pseudonyms of who took it; none when that was not told.</param>
/// <param name="Termijn">Null while it was not sent.</param>
public sealed record Bestreden(
    string Besluit,
    string Soort,
    LocalDate Datum,
    string Regelversie,
    IReadOnlyList<string> Ondertekenaars,
    BezwaartermijnGestart? Termijn
)
{
    /// <summary>
    /// Every decision that was taken, of whichever context; what mends one comes after it. Against a decision on objection there is appeal, not objection
    /// (7:1, first paragraph, under a, Awb).
    /// </summary>
    public static IReadOnlyList<Bestreden> Van(Verlening verlening)
    {
        return
        [
            .. verlening.BuitenBehandeling is { } b
                ? (Bestreden[])[Maak(b.Besluit, Besluitsoort.BuitenBehandeling, b.Besluitdatum, b.Regelversie, b.Ondertekenaars ?? [])]
                : [],
            .. verlening.Afgewezen is { Bezwaar: null } a
                ? (Bestreden[])[Maak(a.Besluit, Besluitsoort.Afwijzing, a.Besluitdatum, a.Regelversie, a.Ondertekenaars)]
                : [],
            .. verlening.Verleend is { Bezwaar: null } v
                ? (Bestreden[])[Maak(v.Besluit, Besluitsoort.Verlening, v.Besluitdatum, v.Regelversie, v.Ondertekenaars)]
                : [],
            .. (verlening.Herstel?.Besluiten ?? []).Select(h => Maak(h.Besluit, h.Soort, h.Besluitdatum, h.Regelversie, h.Ondertekenaars)),
            .. verlening
                .Wijzigingen.Select(w => w.Besloten)
                .OfType<WijzigingBesloten>()
                .Select(w => Maak(w.Besluit, Besluitsoort.Wijziging, w.Besluitdatum, w.Regelversie, w.Ondertekenaars)),
            .. verlening is { Voortgang.Toegekend: { } t, Verleend: { } van }
                ? (Bestreden[])[Maak(t.Besluit, Besluitsoort.Voorschot, Moment.Dag(t.Op), van.Regelversie, t.Ondertekenaars)]
                : [],
            .. verlening is { Vaststelling: { } s, Verleend: { } verleend } && !Intrekkingsnummer.Is(s.Besluit)
                ? (Bestreden[])[Maak(s.Besluit, Besluitsoort.Vaststelling, Moment.Dag(s.Op), verleend.Regelversie, s.Ondertekenaars ?? [])]
                : [],
            .. verlening is { Verleend: { } verleende }
                ? verlening.Vorderingsbesluiten.Select(r =>
                    Maak(r.Besluit, Besluitsoort.Terugvordering, Moment.Dag(r.Op), verleende.Regelversie, r.Ondertekenaars)
                )
                : [],
            // What was settled before is part of an objection against what was withdrawn of it.
            .. (verlening.Intrekking?.Besluiten ?? []).Select(i =>
                Maak(i.Besluit, Besluitsoort.Intrekking, i.Besluitdatum, i.Regelversie, i.Ondertekenaars)
            ),
        ];

        Bestreden Maak(string besluit, string soort, LocalDate datum, string regelversie, IReadOnlyList<string> ondertekenaars) =>
            new(besluit, soort, datum, regelversie, ondertekenaars, verlening.Bezwaartermijnen.FirstOrDefault(t => t.Besluit == besluit));
    }

    /// <summary>What a machtiging must cover to object to it.</summary>
    public Machtigingsomvang Omvang => Besluitsoort.OpAanvraag(Soort) ? Machtigingsomvang.Aanvragen : Machtigingsomvang.Verantwoorden;
}

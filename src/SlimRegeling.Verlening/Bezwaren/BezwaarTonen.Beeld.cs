using NodaTime;
using SlimRegeling.Regels;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

public static partial class BezwaarTonen
{
    private static Beeld Van(Bezwaar b, Verlening verlening, bool medewerker, Regelversie versie, Bezwaarteksten teksten, LocalDate vandaag)
    {
        var (ingediend, betreft) = (b.Ingediend!, b.Betreft!);
        var uw = betreft.Indiener == Indiener.Aanvrager;
        var code = b.Commissie is null ? Termijncode.BeslissingOpBezwaar : Termijncode.BeslissingOpBezwaarCommissie;
        var beeld = new Beeld(
            b.Id,
            b.Zaaknummer,
            b.KvkNummer,
            betreft.Besluit,
            betreft.Soort,
            betreft.Indiener,
            uw,
            ingediend.Wijze,
            Fase(b, medewerker),
            ingediend.OntvangenOp,
            Bezwaardagen.Tijdig(b, versie),
            versie.Termijn(code).Artikel,
            ingediend.ReactieUiterlijk,
            [.. b.Ontbreekt.Select(c => new Gebrek(c, Bezwaareis.Titel(c)))],
            b.Herstel is not null,
            Horen(b, medewerker, teksten),
            medewerker || uw
                ?
                [
                    .. b.Aanvullingen.Select(a => new Aanvulling(
                        a.OntvangenOp,
                        a.Hersteld,
                        [.. a.Hersteld.Select(Bezwaareis.Titel)],
                        teksten.Tekst(a.Inhoud)
                    )),
                ]
                : [],
            [.. b.Beslissingen.Where(x => medewerker || b.IsVerzonden(x)).Select(x => Genomen(b, x, medewerker, teksten))],
            [.. b.Beroep.Select(x => new Beroep(x.Besluit, x.Stand, x.Dag, x.Uitkomst, medewerker ? teksten.Tekst(x.Toelichting) : null))],
            ingediend.Poststempel,
            b.TermijnVan,
            b.TermijnTot,
            b.Afgelopen ? null : Bezwaardagen.Beslissen(b, versie),
            b.Hersteltermijn?.Uiterlijk,
            b.WilHoren,
            medewerker || uw ? teksten.Inhoud : null
        );
        return medewerker ? VoorMedewerker(beeld, b, verlening, versie, teksten, vandaag) : beeld;
    }

    /// <summary>That a decision lies ready, or was taken and not sent yet, is for employees.</summary>
    internal static Bezwaarfase Fase(Bezwaar b, bool medewerker) =>
        medewerker || b.Fase is not (Bezwaarfase.Voorgesteld or Bezwaarfase.Beslist) ? b.Fase
        : b.Beslissingen.Any(x => b.IsVerzonden(x)) ? Bezwaarfase.Beslist
        : Bezwaarfase.InBehandeling;

    private static Beeld VoorMedewerker(
        Beeld beeld,
        Bezwaar b,
        Verlening verlening,
        Regelversie versie,
        Bezwaarteksten teksten,
        LocalDate vandaag
    )
    {
        var partijen = Projectbesluit.Partijen(verlening, b.Betreft!);
        return beeld with
        {
            Ondertekenaars = b.Ingediend!.Ondertekenaars,
            Ontvankelijkheid = b.Oordeel is { } o
                ? new(o.Ontvankelijk, o.Grond, o.Berekend, o.Door, o.Op, teksten.Tekst(o.Argument))
                : null,
            Partijen = [.. b.Partijen.Select(p => teksten.Partij(p.Gegevens)).OfType<Bijhouden.Partij>()],
            Commissie = b.Commissie is not null,
            Verdaagd = b.Verdaagd is not null,
            Advies = b.Advies is { } a ? new(a.Strekking, teksten.Tekst(a.Inhoud)) : null,
            Herbeoordeling = BeslissingVoorstellen.Herbeoordeling(b, verlening) is { } h
                ? new(
                    h.Soort,
                    h.Gronden,
                    [.. h.Gronden.Select(code => versie.Grond(code).Titel)],
                    h.Subsidie,
                    h.Voorschot,
                    h.Beoordelaar,
                    h.BeoordeeldOp
                )
                : null,
            Voorstel = b.Voorstel is { } v
                ? new(
                    v.Voorstelhash,
                    v.Uitkomst,
                    v.Nodig,
                    b.Budget,
                    v.Door,
                    v.Op,
                    v.Gevolg,
                    v.Herstelt,
                    teksten.Motivering(v.Motivering)?.Tekst,
                    teksten.Motivering(v.Motivering)?.AfwijkingVanAdvies,
                    v.Toetreding
                )
                : null,
            Terugzending = b.Teruggezonden is { } t ? teksten.Tekst(t.Reden) : null,
            Correcties = [.. b.Correcties.Select(c => new Correctie(c.Op, c.Door, teksten.Tekst(c.Reden)))],
            Ingebreke = Bezwaardwangsom.Van(b, versie, vandaag),
            Groeit = partijen.Groei.Count > 0 ? WijzigingenTonen.Delen(partijen.Groei) : null,
            Samenstelling = partijen.Wisselt ? Samenstellingseis.Van(versie) : null,
        };
    }

    private static Hoorstand Horen(Bezwaar b, bool medewerker, Bezwaarteksten teksten) =>
        new(
            b.Hoorzitting?.Wanneer,
            b.Hoorzitting?.Wijze,
            b.Gehoord?.Dag,
            medewerker && b.Gehoord is { } g ? teksten.Tekst(g.Verslag) : null,
            medewerker ? b.NietGehoord?.Grond : null,
            medewerker && b.NietGehoord is { } n ? teksten.Tekst(n.Argument) : null,
            b.Hoorzitting?.Plaats,
            medewerker && b.Hoorzitting?.Instemming is { } i ? teksten.Tekst(i) : null,
            medewerker && b.NietGehoord?.Anderen is { } a ? teksten.Tekst(a) : null
        );

    private static Beslissing Genomen(Bezwaar b, BezwaarBeslist x, bool medewerker, Bezwaarteksten teksten) =>
        new(
            x.Besluit,
            x.Besluitdatum,
            x.Uitkomst,
            x.Besluitdatum > x.Uiterlijk,
            x.Gevolg,
            x.Toekenning?.Bedrag,
            x.Herstelt,
            teksten.Motivering(x.Motivering)?.Tekst,
            b.Beroepstermijnen.FirstOrDefault(t => t.Besluit == x.Besluit)?.TotEnMet,
            medewerker ? x.Ondertekenaars : null
        );
}

using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

public static partial class BeslissingOndertekenen
{
    /// <summary>What the proposal gives when this person signs it now, apart from who may sign and whether the money is there.</summary>
    internal static Beslissing Besluit(
        Bezwaar bezwaar,
        Verlening verlening,
        BeslissingVoorgesteld voorstel,
        string wie,
        Regelversie versie,
        Instant nu,
        string? brief = null
    )
    {
        if (
            (Bezwaargevolg.NaHerbeoordeling(voorstel.Gevolg) || voorstel.Gevolg == Bezwaargevolg.Vaststellen)
            && Intrekkingspoort.Verhogen(verlening) is { } ingetrokken
        )
        {
            return ingetrokken;
        }
        if (voorstel.Gevolg is not null and not Bezwaargevolg.BlijftIngetrokken && verlening.Vaststelling?.Besluit != voorstel.Vaststelling)
        {
            return IntussenVastgesteld;
        }
        if (voorstel.Gevolg == Bezwaargevolg.Wijzigen && Partijwissel.Weiger(verlening) is { } wissel)
        {
            return wissel;
        }
        var herbeoordeling = BeslissingVoorstellen.Herbeoordeling(bezwaar, verlening);
        // What changes nothing rests on no assessment, but one that came after it can say that it must; so can what was withdrawn or revoked since.
        var verouderd =
            Bezwaargevolg.NaHerbeoordeling(voorstel.Gevolg) || voorstel.Gevolg == Bezwaargevolg.Vaststellen
                ? herbeoordeling?.Hash(bezwaar.Zaaknummer) != voorstel.Herbeoordeling
                : BeslissingVoorstellen.Gevolg(bezwaar, verlening, voorstel.Uitkomst) is var (gevolg, geweigerd)
                    && (geweigerd is not null || gevolg != voorstel.Gevolg);
        if (verouderd)
        {
            return Weigering.Van(
                "herbeoordeling-gewijzigd",
                "De aanvraag is na dit voorstel opnieuw beoordeeld, of er is iets anders besloten. Zend het terug, zodat het voorstel daarop rust.",
                "artikel 7:11 Awb"
            );
        }
        if (
            voorstel.Gevolg is Bezwaargevolg.WijzigingToewijzen or Bezwaargevolg.WijzigingHerroepen
            && Toetredingscontrole.Weiger(Projectbesluit.Partijen(verlening, bezwaar.Betreft!), voorstel.Toetreding, voorstel.Groei, versie)
                is { } onbevestigd
        )
        {
            return onbevestigd;
        }
        var besluit = Bezwaarnummer.Besluit(bezwaar.Id, bezwaar.Beslissingen.Count + 1);
        IReadOnlyList<string> ondertekenaars =
        [
            .. new[] { voorstel.Door, Beoordelaar(bezwaar, verlening, voorstel), wie }.OfType<string>().Distinct(),
        ];
        var toekenning =
            voorstel.Gevolg is Bezwaargevolg.Verlenen or Bezwaargevolg.Wijzigen
                ? Toekennen.Wordt(verlening, bezwaar.Zaaknummer, herbeoordeling!, bezwaar.Id, besluit, ondertekenaars, versie, nu)
            : voorstel.Gevolg == Bezwaargevolg.Herroepen
                ? Herroeping.Wordt(verlening, bezwaar.Betreft!.Besluit, voorstel.Blijft, voorstel.Partijen)
            : null;
        // Money that another decision took meanwhile would not be there.
        if (
            toekenning is not null
            && (
                toekenning.Bedrag - (verlening.Verleend?.Bedrag ?? 0) > voorstel.Nodig
                || (voorstel.Blijft is { } blijft && toekenning.Bedrag != blijft)
            )
        )
        {
            return Weigering.Van(
                "verlening-gewijzigd",
                "De verlening is na dit voorstel gewijzigd. Zend het terug, zodat het bedrag opnieuw wordt bepaald.",
                "artikel 7:11 Awb"
            );
        }
        var naWijziging = NaWijziging(bezwaar, verlening, voorstel, besluit, ondertekenaars, versie, nu);
        return new BezwaarBeslist(
            bezwaar.Betreft!,
            voorstel.Voorstelhash,
            besluit,
            Moment.Dag(nu),
            Bezwaardagen.Beslissen(bezwaar, versie),
            voorstel.Uitkomst,
            voorstel.Gevolg,
            toekenning,
            verlening.Verleend?.Bedrag ?? 0,
            bezwaar.Gehoord is null ? bezwaar.NietGehoord?.Grond : null,
            voorstel.Herstelt,
            voorstel.Motivering,
            ondertekenaars,
            versie.Hash,
            nu,
            voorstel.Vaststelling,
            brief,
            bezwaar.PostAanDerde ? true : null,
            voorstel.Blijft,
            voorstel.Gevolg == Bezwaargevolg.Herroepen
            && !Herroeping.Hervaststelt(verlening, bezwaar.Betreft!.Besluit, voorstel.Blijft, toekenning!)
                ? true
                : null,
            naWijziging,
            verlening.Verleend is not null && (toekenning ?? naWijziging) is not null ? verlening.Herschreven + 2 : null
        );
    }

    /// <summary>The award after a change that the decision grants or undoes; null when it does neither.</summary>
    private static Verleend? NaWijziging(
        Bezwaar bezwaar,
        Verlening verlening,
        BeslissingVoorgesteld voorstel,
        string besluit,
        IReadOnlyList<string> ondertekenaars,
        Regelversie versie,
        Instant nu
    ) =>
        voorstel.Gevolg is Bezwaargevolg.WijzigingToewijzen or Bezwaargevolg.WijzigingHerroepen
            ? Wijzigingsbezwaar
                .Beslis(verlening, bezwaar.Betreft!.Besluit, besluit, voorstel.Motivering, ondertekenaars, versie, nu)
                .Gebeurtenissen.OfType<WijzigingBesloten>()
                .FirstOrDefault()
                ?.Wordt
            : null;

    /// <summary>Who assessed again what this proposal rests on; null when nobody did, or it cannot be dealt with.</summary>
    private static string? Beoordelaar(Bezwaar bezwaar, Verlening verlening, BeslissingVoorgesteld voorstel) =>
        voorstel.Uitkomst == Bezwaaruitkomst.NietOntvankelijk
            ? null
            : BeslissingVoorstellen.Herbeoordeling(bezwaar, verlening)?.Beoordelaar;

    /// <summary>What the decision does to the award; it must be the case that it was taken on. Settling anew does nothing to it.</summary>
    public static Beslissing Gevolg(Verlening verlening, BezwaarBeslist beslist, Regelversie versie)
    {
        if (beslist.Gevolg == Bezwaargevolg.BlijftIngetrokken)
        {
            return Beslissing.Geen;
        }
        if (verlening.Vaststelling?.Besluit != beslist.Vaststelling)
        {
            return IntussenVastgesteld;
        }
        if (beslist.Gevolg == Bezwaargevolg.Vaststellen)
        {
            return Beslissing.Geen;
        }
        if (beslist.Gevolg == Bezwaargevolg.Herroepen)
        {
            return Herroeping.Gevolg(verlening, beslist, versie);
        }
        if (beslist.Gevolg is Bezwaargevolg.WijzigingToewijzen or Bezwaargevolg.WijzigingHerroepen)
        {
            return Wijzigingsbezwaar.Beslis(
                verlening,
                beslist.Betreft.Besluit,
                beslist.Besluit,
                beslist.Motivering,
                beslist.Ondertekenaars,
                versie,
                beslist.Op
            );
        }
        if (beslist.Gevolg == Bezwaargevolg.Wijzigen && Partijwissel.Weiger(verlening) is { } wissel)
        {
            return wissel;
        }
        var gevolg = Toekennen.Gevolg(verlening, beslist.Betreft.Zaaknummer, Bezwaarnummer.VanBesluit(beslist.Besluit)!, beslist, versie);
        return gevolg is { Weigering: null } && (verlening.Verleend?.Bedrag ?? 0) != beslist.Was
            ? Weigering.Van(
                "verlening-gewijzigd",
                "De verlening is intussen gewijzigd. Zend het voorstel terug, zodat het bedrag opnieuw wordt bepaald.",
                "artikel 7:11 Awb"
            )
            : gevolg;
    }

    private static Weigering IntussenVastgesteld =>
        Weigering.Van(
            "al-vastgesteld",
            "De subsidie is na dit voorstel vastgesteld. Zend het terug en laat het opnieuw voorstellen: dan rekent de beslissing met die vaststelling.",
            "artikel 6:19 Awb"
        );
}

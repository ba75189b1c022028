using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>What follows when the last signature is under a proposal.</summary>
internal static class Vorderingsgevolg
{
    /// <param name="ondertekenaars">Pseudonyms: who proposed it first.</param>
    public static IReadOnlyList<Gebeurtenis> Van(
        Vordering vordering,
        Vorderingsvoorstel voorstel,
        IReadOnlyList<string> ondertekenaars,
        VoorstelOndertekenen.Grond grond,
        Instant nu
    )
    {
        var (zaak, tijdvak, kvk, besluit) = (vordering.Zaaknummer, vordering.Ontstaan.Tijdvak, vordering.KvkNummer, voorstel.Besluit);
        switch (voorstel.Soort)
        {
            case Vorderingsbesluit.Terugvordering:
                return
                [
                    new TerugvorderingBesloten(
                        zaak,
                        tijdvak,
                        kvk,
                        besluit,
                        vordering.Ontstaan.Besluit,
                        voorstel.Bedrag,
                        voorstel.Betaald ?? 0,
                        voorstel.EerderGevorderd ?? 0,
                        voorstel.Tekst,
                        ondertekenaars,
                        nu
                    ),
                ];
            case Vorderingsbesluit.Betalingsregeling:
                return
                [
                    new RegelingGetroffen(
                        zaak,
                        kvk,
                        besluit,
                        voorstel.Bedrag,
                        voorstel.Termijnen ?? [],
                        voorstel.Tekst,
                        ondertekenaars,
                        nu
                    ),
                ];
            case Vorderingsbesluit.RegelingIntrekken:
                return [new RegelingIngetrokken(zaak, kvk, besluit, voorstel.Bedrag, voorstel.Tekst, ondertekenaars, nu)];
            case Vorderingsbesluit.Rente:
                var vastgesteld = new RenteVastgesteld(
                    zaak,
                    tijdvak,
                    kvk,
                    besluit,
                    voorstel.Bedrag,
                    voorstel.Bedrag + vordering.Vastgesteld,
                    vordering.Verzuim!.Value,
                    voorstel.Tot!.Value,
                    grond.Versie.Id,
                    grond.Versie.Hash,
                    voorstel.Tekst,
                    ondertekenaars,
                    nu
                );
                // What was set too much can be all that stood open.
                return vordering.Ontvangen.Totaal > 0
                    ? [vastgesteld, .. vordering.Na(vastgesteld).Voldaan(Moment.Dag(nu), nu)]
                    : [vastgesteld];
            case Vorderingsbesluit.Verrekening:
                var verrekend = new VorderingMetBetalingVerrekend(
                    zaak,
                    tijdvak,
                    kvk,
                    besluit,
                    voorstel.Betaalopdracht!,
                    Moment.Dag(nu),
                    vordering.Open.Verdeel(voorstel.Bedrag).Toegerekend,
                    voorstel.Tekst,
                    ondertekenaars,
                    nu
                );
                return [verrekend, .. vordering.Na(verrekend).Voldaan(Moment.Dag(nu), nu)];
            case Vorderingsbesluit.Dwangbevel:
                return
                [
                    new DwangbevelUitgevaardigd(
                        zaak,
                        kvk,
                        besluit,
                        vordering.Open,
                        voorstel.Tekst,
                        ondertekenaars,
                        nu,
                        vordering.Besloten is { } besloten ? Moment.Dag(besloten.Op) : null,
                        vordering.Verzuim
                    ),
                ];
            case Vorderingsbesluit.Renteteruggave:
                return
                [
                    new RenteTeruggegeven(
                        zaak,
                        tijdvak,
                        kvk,
                        besluit,
                        voorstel.Betaalopdracht!,
                        voorstel.Bedrag,
                        voorstel.Tekst,
                        ondertekenaars,
                        nu
                    ),
                ];
            default:
                return [new VorderingAfgeboekt(zaak, kvk, tijdvak, besluit, vordering.Open, voorstel.Tekst, ondertekenaars, nu)];
        }
    }
}

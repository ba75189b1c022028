using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// What the sending of a letter means for objections: a request to mend starts its term, a decision on objection the term to appeal when it goes to who
/// objected, and the decision that an objection is against the term that it could be lodged in.
/// </summary>
public sealed class Bezwaarpost(Stroom<Bezwaar> bezwaren, Bezwaarregister register)
{
    /// <summary>The kind of the letter that asks to mend; its id is the number of the objection with this behind it.</summary>
    internal const string Herstelbrief = "bezwaar-herstel";

    /// <summary>The same to a third party who objected; behind its id stands to whom.</summary>
    private const string HerstelbriefDerde = "bezwaar-herstel-derde";

    /// <returns>Whether it is a letter on an objection.</returns>
    public async Task<bool> Hoort(BriefVerzondenBericht bericht, Regelstanden regels, CancellationToken ct)
    {
        if (bericht.Besluit is { } besluit && Bezwaarnummer.VanBesluit(besluit) is { } beslist)
        {
            await bezwaren.Schrijf(beslist, bezwaar => Beslist(bezwaar, bericht, regels), ct);
            return true;
        }
        if (Herstelnummer(bericht) is { } nummer)
        {
            await bezwaren.Schrijf(nummer, bezwaar => Herstel(bezwaar, bericht, regels), ct);
            return true;
        }
        return false;
    }

    /// <summary>The objection that the letter asks to mend; null when it asks no such thing.</summary>
    internal static string? Herstelnummer(BriefVerzondenBericht bericht)
    {
        if (bericht.Soort is not (Herstelbrief or HerstelbriefDerde))
        {
            return null;
        }
        var staart = bericht.Ontvanger is { } aan ? $"-{bericht.Soort}-{aan}" : $"-{bericht.Soort}";
        return bericht.Brief[..^staart.Length];
    }

    /// <summary>Objections that came before the decision was sent (6:10 Awb) have a term from now on.</summary>
    public async Task Bekend(string zaaknummer, BezwaartermijnGestart gestart, Regelstanden regels, CancellationToken ct)
    {
        foreach (var eerder in await register.Van(zaaknummer, ct))
        {
            if (eerder.TermijnTot is null && eerder.Betreft!.Besluit == gestart.Besluit)
            {
                await bezwaren.Schrijf(eerder.Id, bezwaar => Bekend(bezwaar, gestart, regels), ct);
            }
        }
    }

    public static Beslissing Beslist(Bezwaar bezwaar, BriefVerzondenBericht bericht, Regelstanden regels)
    {
        if (bezwaar.Beslissingen.FirstOrDefault(b => b.Besluit == bericht.Besluit) is not { } beslist)
        {
            return Weigering.Van("onbekend-besluit", $"Besluit {bericht.Besluit} is verzonden, maar op dit bezwaar is niet zo beslist.");
        }
        // To who objected it is made known by the letter to them (3:41 Awb); of a copy to others no term runs.
        var bekendmaking = beslist.AanDerde == true ? Geadresseerden.VanIndiener : null;
        if (bericht.Ontvanger == bekendmaking)
        {
            return bezwaar.Beroepstermijnen.Any(t => t.Besluit == beslist.Besluit)
                ? Beslissing.Geen
                : Beroepstermijn(
                    bezwaar,
                    beslist.Besluit,
                    bericht.VerzondenOp,
                    regels.Versie(bezwaar.Betreft!.Regelversie, bericht.Op),
                    bericht.Op
                );
        }
        return bericht.Ontvanger is null && !bezwaar.Verzonden.Contains(beslist.Besluit)
            ? new BeslissingVerzonden(bezwaar.Betreft!, beslist.Besluit, bericht.VerzondenOp, bericht.Op)
            : Beslissing.Geen;
    }

    public static Beslissing Herstel(Bezwaar bezwaar, BriefVerzondenBericht bericht, Regelstanden regels) =>
        bezwaar.Hersteltermijn is not null || bezwaar.Afgelopen
            ? Beslissing.Geen
            : HerstelVragen.Start(bezwaar, bericht.VerzondenOp, regels.Versie(bezwaar.Betreft!.Regelversie, bericht.Op), bericht.Op);

    public static Beslissing Bekend(Bezwaar bezwaar, BezwaartermijnGestart gestart, Regelstanden regels)
    {
        if (bezwaar.TermijnTot is not null)
        {
            return Beslissing.Geen;
        }
        var versie = regels.Versie(bezwaar.Betreft!.Regelversie, gestart.Op);
        var bekend = new TermijnBekend(bezwaar.Betreft, gestart.Van, gestart.TotEnMet, null, versie.Hash, gestart.Op);
        return bekend with { BeslissenUiterlijk = Bezwaardagen.Beslissen(bezwaar.Apply(bekend), versie) };
    }

    /// <summary>Appeal is open from the day after the letter was sent (6:7, 6:8, 8:1 Awb).</summary>
    internal static BeroepstermijnGestart Beroepstermijn(
        Bezwaar bezwaar,
        string besluit,
        NodaTime.LocalDate verzondenOp,
        Regelversie versie,
        NodaTime.Instant op
    )
    {
        var termijn = Termijnen.Loop(versie, Termijncode.Beroep, verzondenOp);
        return new(bezwaar.Betreft!, besluit, verzondenOp, termijn.EersteDag, termijn.LaatsteDag, versie.Hash, op);
    }
}

using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// What the sending of a letter means for objections: a request to mend starts its term, a decision on objection the term to appeal, and the decision
/// that an objection is against the term that it could be lodged in.
/// </summary>
public sealed class Bezwaarpost(Stroom<Bezwaar> bezwaren, Bezwaarregister register)
{
    /// <summary>The kind of the letter that asks to mend; its id is the number of the objection with this behind it.</summary>
    internal const string Herstelbrief = "bezwaar-herstel";

    /// <returns>Whether it is a letter on an objection.</returns>
    public async Task<bool> Hoort(BriefVerzondenBericht bericht, Regelstanden regels, CancellationToken ct)
    {
        if (bericht.Besluit is { } besluit && Bezwaarnummer.VanBesluit(besluit) is { } beslist)
        {
            await bezwaren.Schrijf(beslist, bezwaar => Beslist(bezwaar, bericht, regels), ct);
            return true;
        }
        if (bericht.Soort == Herstelbrief)
        {
            var nummer = bericht.Brief[..^(Herstelbrief.Length + 1)];
            await bezwaren.Schrijf(nummer, bezwaar => Herstel(bezwaar, bericht, regels), ct);
            return true;
        }
        return false;
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
        if (bezwaar.Beroepstermijnen.Any(t => t.Besluit == bericht.Besluit))
        {
            return Beslissing.Geen;
        }
        var versie = regels.Versie(bezwaar.Betreft!.Regelversie, bericht.Op);
        return bezwaar.Beslissingen.Any(b => b.Besluit == bericht.Besluit)
            ? Beroepstermijn(bezwaar, bericht.Besluit!, bericht.VerzondenOp, versie, bericht.Op)
            : Weigering.Van("onbekend-besluit", $"Besluit {bericht.Besluit} is verzonden, maar op dit bezwaar is niet zo beslist.");
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

using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// A well-founded objection revokes the withdrawal that it is against, wholly or in part (7:11, second paragraph, Awb). What is left after it is what the
/// last withdrawal leaves that still stands, or the award as it was before the first.
/// </summary>
internal static class Herroeping
{
    private const string Artikel = "artikel 7:11, tweede lid, Awb";

    /// <summary>Null when what the objection is against can be revoked; a decision in the place of one that did may say it again.</summary>
    public static Weigering? Weiger(Bezwaar bezwaar, Verlening verlening)
    {
        var besluit = bezwaar.Betreft!.Besluit;
        var staat = verlening.Intrekking?.Staande.Any(b => b.Besluit == besluit) == true;
        return staat || bezwaar.Beslissing is { Gevolg: Bezwaargevolg.Herroepen }
            ? null
            : Weigering.Van(
                "al-herroepen",
                $"Intrekking {besluit} is al helemaal herroepen, na een ander bezwaar. Er is niets meer te herroepen. Kies ongegrond, of oordeel dat dit bezwaar geen belang meer heeft.",
                Artikel
            );
    }

    /// <summary>What is typed in to revoke in part: more than is left now, and less than without the withdrawal.</summary>
    public static IEnumerable<Fout> Fouten(Bezwaar bezwaar, Verlening verlening, BeslissingVoorstellen.Verzoek verzoek)
    {
        if (verzoek.Blijft is not { } blijft)
        {
            if (verzoek.Partijen is { Count: > 0 })
            {
                yield return new Fout("partijen", "Vul ook in wat de subsidie samen wordt, of laat de partijen weg.", Artikel);
            }
            yield break;
        }
        var besluit = bezwaar.Betreft!.Besluit;
        if (verzoek.Uitkomst != Bezwaaruitkomst.Gegrond || bezwaar.Betreft.Soort != Besluitsoort.Intrekking)
        {
            yield return new Fout("blijft", "Laat dit leeg: het hoort bij een gegrond bezwaar tegen een intrekking.", Artikel);
            yield break;
        }
        if (verlening.Intrekking?.Staande is not [.., var laatste] || laatste.Besluit != besluit)
        {
            yield return new Fout(
                "blijft",
                $"Na {besluit} is nog een intrekking gevolgd, of zij is al herroepen. Deels herroepen kan alleen bij de laatste. Laat dit leeg om haar helemaal te herroepen.",
                Artikel
            );
            yield break;
        }
        var (nu, zonder) = (verlening.Verleend!, Wordt(verlening, besluit, null, null));
        var nogEens = bezwaar.Beslissing is not null && blijft == nu.Bedrag;
        if ((blijft <= nu.Bedrag && !nogEens) || blijft >= zonder.Bedrag || !Intrekkingsinvoer.InCenten(blijft))
        {
            yield return new Fout(
                "blijft",
                $"Geef wat de subsidie wordt, in euro's en centen: meer dan {Getal.Euro(nu.Bedrag)} en minder dan {Getal.Euro(zonder.Bedrag)}. Laat dit leeg om de intrekking helemaal te herroepen.",
                Artikel
            );
        }
        foreach (var fout in Delen(verzoek, blijft, nu.Partijen, zonder.Partijen))
        {
            yield return fout;
        }
    }

    /// <summary>The award as it is when this withdrawal is revoked, wholly when <paramref name="blijft"/> is null.</summary>
    public static Verleend Wordt(Verlening verlening, string intrekking, decimal? blijft, IReadOnlyDictionary<string, decimal>? partijen)
    {
        var (stand, nu) = (verlening.Intrekking!, verlening.Verleend!);
        var voor = Oorspronkelijk(stand, nu);
        var na = stand.Na(new Herroepen(intrekking, blijft, partijen));
        if (na.Staande is not [.., var laatste])
        {
            return nu with { Bedrag = voor.Bedrag, Voorschot = voor.Voorschot, Partijen = voor.Partijen };
        }
        var (bedrag, delen) = na.Laat(laatste);
        return nu with { Bedrag = bedrag, Voorschot = Math.Min(voor.Voorschot, bedrag), Partijen = delen };
    }

    /// <summary>
    /// The settlement that stands after it; null while there is none. What was withdrawn of it is part of it again, as far as that was revoked.
    /// </summary>
    /// <param name="verlening">As it was before.</param>
    /// <param name="na">What stands of the withdrawals after it.</param>
    /// <param name="verleend">What the award is after it.</param>
    public static VaststellingOntvangen? Vaststelling(Verlening verlening, Intrekkingstand na, decimal verleend)
    {
        if ((verlening.LaatstVastgesteld ?? verlening.Vaststelling) is not { } gezegd)
        {
            return null;
        }
        var vastgesteld = gezegd with { Vastgesteld = Math.Min(gezegd.Gezegd ?? gezegd.Vastgesteld, verleend) };
        return na.Staande.LastOrDefault(b => b.VastgesteldWas is not null) is { } staat
            ? vastgesteld with
            {
                Besluit = staat.Besluit,
                Ondertekenaars = staat.Ondertekenaars,
            }
            : vastgesteld;
    }

    /// <summary>Whether what was settled is settled anew by it: it rests on what the withdrawal left. Else it stands again as it was, or as is left of it.</summary>
    public static bool Hervaststelt(Verlening verlening, string intrekking, decimal? blijft, Verleend wordt) =>
        verlening is { Vaststelling: not null, Intrekking: { } stand }
        && stand.Na(new Herroepen(intrekking, blijft, null)).Staande.All(b => b.VastgesteldWas is null)
        && (verlening.LaatstVastgesteld ?? verlening.Vaststelling).Verleend < wordt.Bedrag;

    /// <summary>The events in the stream of the case.</summary>
    public static Beslissing Gevolg(Verlening verlening, BezwaarBeslist beslist, Regelversie versie) =>
        verlening.Verleend?.Bedrag != beslist.Was
            ? Weigering.Van(
                "verlening-gewijzigd",
                "De verlening is intussen gewijzigd. Zend het voorstel terug, zodat het bedrag opnieuw wordt bepaald.",
                "artikel 7:11 Awb"
            )
            : Beslis(
                verlening,
                new(beslist.Betreft.Besluit, beslist.Blijft, beslist.Blijft is null ? null : beslist.Toekenning?.Partijen),
                beslist.Besluit,
                beslist.Ondertekenaars,
                versie,
                beslist.Op
            );

    /// <summary>The same from what the stream of the case has, so that it can be computed again.</summary>
    public static VerleningGewijzigd Beslis(
        Verlening verlening,
        Herroepen herroepen,
        string besluit,
        IReadOnlyList<string> ondertekenaars,
        Regelversie versie,
        Instant op
    )
    {
        var (was, wordt) = (verlening.Verleend!, Wordt(verlening, herroepen.Intrekking, herroepen.Blijft, herroepen.Partijen));
        var vaststelling = Vaststelling(verlening, verlening.Intrekking!.Na(herroepen), wordt.Bedrag);
        return new(
            wordt,
            Bezwaarnummer.VanBesluit(besluit)!,
            besluit,
            Moment.Dag(op),
            was.Bedrag,
            ondertekenaars,
            op,
            versie.Hash,
            was.Partijen,
            herroepen.Intrekking,
            herroepen.Blijft,
            Hervaststelt(verlening, herroepen.Intrekking, herroepen.Blijft, wordt) ? null : vaststelling?.Besluit
        );
    }

    // In what was kept before it was, only the amounts stand in the decision; the advance stays what the withdrawal left then.
    private static Verleend Oorspronkelijk(Intrekkingstand stand, Verleend nu) =>
        stand.Staande is not [var eerste, ..] ? nu
        : stand.Voor is { } voor ? voor
        : nu with { Bedrag = eerste.Was, Partijen = eerste.PartijenWas };

    private static IEnumerable<Fout> Delen(
        BeslissingVoorstellen.Verzoek verzoek,
        decimal blijft,
        IReadOnlyDictionary<string, decimal>? nu,
        IReadOnlyDictionary<string, decimal>? zonder
    )
    {
        if (nu is not { Count: > 0 } || zonder is null)
        {
            if (verzoek.Partijen is { Count: > 0 })
            {
                yield return new Fout("partijen", "Deze subsidie is niet over partijen verdeeld. Laat de partijen weg.", Artikel);
            }
            yield break;
        }
        if (verzoek.Partijen is not { } delen || delen.Count != nu.Count || !nu.Keys.All(delen.ContainsKey))
        {
            yield return new Fout(
                "partijen",
                $"Geef voor elke partij wat zij krijgt: {string.Join(", ", nu.Keys.Order(StringComparer.Ordinal))}.",
                Artikel
            );
        }
        else if (delen.Any(d => d.Value < nu[d.Key] || d.Value > zonder.GetValueOrDefault(d.Key) || !Intrekkingsinvoer.InCenten(d.Value)))
        {
            yield return new Fout(
                "partijen",
                "Geen partij krijgt minder dan nu, of meer dan zonder de intrekking. Geef elk bedrag in euro's en centen.",
                Artikel
            );
        }
        else if (delen.Values.Sum() != blijft)
        {
            yield return new Fout(
                "partijen",
                $"De delen van de partijen zijn samen {Getal.Euro(delen.Values.Sum())}. Dat moet {Getal.Euro(blijft)} zijn.",
                Artikel
            );
        }
    }
}

using System.Globalization;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// A letter was sent that gives the recipient a term: that runs from <c>VerzondenOp</c> up to and including <c>Uiterlijk</c>, which is not before the day
/// that was said when it was asked. <c>Soort</c> is one of <see cref="Laatstedag"/>.
/// </summary>
[Naam("brieftermijn-gestart")]
public sealed record BrieftermijnGestart(
    string Soort,
    string Brief,
    LocalDate VerzondenOp,
    LocalDate Uiterlijk,
    Instant Op,
    string Regelversie,
    string Regelhash
) : Gebeurtenis;

/// <summary>A term that a letter gives.</summary>
/// <param name="Soort">One of <see cref="Laatstedag"/>.</param>
/// <param name="Brief">Of the letter, as Dossiers calls it.</param>
/// <param name="Gezegd">The last day as it is now.</param>
internal sealed record Brieftermijn(string Soort, string Brief, LocalDate Gezegd)
{
    /// <summary>The kinds of those letters, as Dossiers calls them.</summary>
    public static readonly string[] Brieven = [Bewijsverzoek, Aanvulling, Herinnering];

    private const string Bewijsverzoek = "bewijsverzoek";
    private const string Aanvulling = "declaratie-aanvulling";
    private const string Herinnering = "herinnering";

    /// <summary>Those that were given in a case. Who is reminded of a last day gets no new term: that is another letter.</summary>
    public static IEnumerable<Brieftermijn> Van(Verantwoording v)
    {
        if (v.Steekproef is { } steekproef)
        {
            yield return new(Laatstedag.Bewijs, $"{v.Id}-{Bewijsverzoek}", steekproef.Uiterlijk);
        }
        if (v.Declaratieaanvulling is { } gevraagd)
        {
            yield return new(Laatstedag.DeclaratieAanvullen, $"{v.Id}-{Aanvulling}", gevraagd.Uiterlijk);
        }
        if (v.Verzoektermijn is { } gesteld)
        {
            yield return new(
                Laatstedag.LaatsteTermijn,
                Herinneringsbrief(v, Laatstedag.LaatsteTermijn, gesteld.Uiterlijk),
                gesteld.Uiterlijk
            );
        }
        if (v.Teruggezonden is { } terug)
        {
            yield return new(
                Laatstedag.VoortgangsverslagTerug,
                Herinneringsbrief(v, Laatstedag.VoortgangsverslagTerug, terug.Uiterlijk),
                terug.Uiterlijk
            );
        }
    }

    /// <summary>The last day when its letter is sent on a day.</summary>
    public static LocalDate Uiterlijk(Regelversie versie, Brieftermijn termijn, LocalDate verzondenOp) =>
        LocalDate.Max(termijn.Gezegd, Termijnen.Einde(versie, Code(termijn.Soort), verzondenOp));

    /// <summary>Of the term in the rule version.</summary>
    /// <param name="soort">One of <see cref="Laatstedag"/> of which a letter starts the term.</param>
    public static string Code(string soort) =>
        soort switch
        {
            Laatstedag.Bewijs => Termijncode.Bewijs,
            Laatstedag.LaatsteTermijn => Termijncode.LaatsteTermijnVaststelling,
            _ => Termijncode.Hersteltermijn,
        };

    /// <summary>There is one such letter for each last day.</summary>
    private static string Herinneringsbrief(Verantwoording v, string soort, LocalDate dag) =>
        string.Create(CultureInfo.InvariantCulture, $"{v.Id}-{Herinnering}-{soort}-{dag:uuuuMMdd}");
}

// The day that counts stands with what was asked, so that whoever asks for it reads the same.
public sealed partial record Verantwoording
{
    /// <summary>What letters started, the first one first.</summary>
    public IReadOnlyList<BrieftermijnGestart> Brieftermijnen { get; init; } = [];

    /// <summary>Whether the letter that starts a term is still to be sent: whatever the day is, nothing is held against who has it.</summary>
    /// <param name="soort">One of <see cref="Laatstedag"/>.</param>
    public bool WachtOpBrief(string soort) =>
        soort switch
        {
            Laatstedag.Bewijs => Steekproef?.VanafVerzending,
            Laatstedag.DeclaratieAanvullen => Declaratieaanvulling?.VanafVerzending,
            Laatstedag.LaatsteTermijn => Verzoektermijn?.VanafVerzending,
            _ => null,
        } == true
        && !Brieftermijnen.Any(t => t.Soort == soort);

    /// <summary>What was proposed for want of what can still be given within the term, goes.</summary>
    public Verantwoording Apply(BrieftermijnGestart e)
    {
        var na = this with { Brieftermijnen = [.. Brieftermijnen, e] };
        na = e.Soort switch
        {
            Laatstedag.Bewijs => na with { Steekproef = Steekproef! with { Uiterlijk = e.Uiterlijk } },
            Laatstedag.DeclaratieAanvullen => na with { Declaratieaanvulling = Declaratieaanvulling! with { Uiterlijk = e.Uiterlijk } },
            Laatstedag.LaatsteTermijn => na with { Verzoektermijn = Verzoektermijn! with { Uiterlijk = e.Uiterlijk } },
            _ => na with { Teruggezonden = Teruggezonden! with { Uiterlijk = e.Uiterlijk } },
        };
        return Voorstel is { } voorstel && Moment.Dag(voorstel.Op) <= e.Uiterlijk && Ontbreekt(e.Soort)
            ? na with
            {
                Voorstel = null,
                Ondertekenaars = [],
            }
            : na;
    }

    /// <summary>Whether what a letter asked for has not come, and a settlement would be without it.</summary>
    private bool Ontbreekt(string soort) =>
        soort switch
        {
            Laatstedag.Bewijs => Bewijs is null,
            Laatstedag.DeclaratieAanvullen => AanvullingLoopt,
            Laatstedag.LaatsteTermijn => Declaratie is null,
            _ => false,
        };
}

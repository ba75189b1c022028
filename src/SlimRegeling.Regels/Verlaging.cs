namespace SlimRegeling.Regels;

/// <summary>
/// Less is settled than what was found of the activities or the costs, on a ground that an assessor names (4:46, second paragraph, under b to d, Awb).
/// </summary>
/// <param name="Grond">One of <see cref="Verlagingsgrond.Alle"/>.</param>
/// <param name="Bedrag">What goes off, in euro.</param>
public sealed record Verlaging(string Grond, decimal Bedrag)
{
    /// <summary>What remains of an amount in euro; never below nil.</summary>
    public decimal Na(decimal bedrag) => Math.Max(0m, bedrag - Bedrag);
}

/// <summary>
/// Codes of the grounds of a <see cref="Verlaging"/>, those of a withdrawal of the award (4:48 Awb). That not all was done (under a) is no such ground:
/// what was not done does not count in the first place.
/// </summary>
public static class Verlagingsgrond
{
    public const string VerplichtingenNietNageleefd = Intrekkingsgrondcode.VerplichtingenNietNageleefd;
    public const string OnjuisteGegevens = Intrekkingsgrondcode.OnjuisteGegevens;
    public const string VerleningOnjuist = Intrekkingsgrondcode.VerleningOnjuist;

    /// <summary>In the order of the article.</summary>
    public static IReadOnlyList<string> Alle { get; } = [VerplichtingenNietNageleefd, OnjuisteGegevens, VerleningOnjuist];

    /// <exception cref="ArgumentOutOfRangeException">No such ground.</exception>
    public static string Artikel(string grond) =>
        grond switch
        {
            VerplichtingenNietNageleefd => "4:46, tweede lid, onderdeel b, Awb",
            OnjuisteGegevens => "4:46, tweede lid, onderdeel c, Awb",
            VerleningOnjuist => "4:46, tweede lid, onderdeel d, Awb",
            _ => throw new ArgumentOutOfRangeException(nameof(grond), grond, "Onbekende grond om lager vast te stellen."),
        };

    /// <summary>The ground as the recipient reads it, behind the word "omdat".</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such ground.</exception>
    public static string Omdat(string grond) =>
        grond switch
        {
            VerplichtingenNietNageleefd => "u niet hebt voldaan aan de verplichtingen bij de subsidie",
            OnjuisteGegevens => "u onjuiste of onvolledige gegevens gaf, en wij met de juiste anders hadden besloten",
            VerleningOnjuist => "de verlening op een ander punt niet klopte, en u dat wist of had moeten weten",
            _ => throw new ArgumentOutOfRangeException(nameof(grond), grond, "Onbekende grond om lager vast te stellen."),
        };
}

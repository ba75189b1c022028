using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Post;

/// <summary>Letters were written for one day, to be printed and posted on it. <c>Brieven</c>: their ids, in the order in which they are printed.</summary>
[Naam("postbundel-gemaakt")]
public sealed record PostbundelGemaakt(LocalDate Verzenddag, IReadOnlyList<string> Brieven, string Door, Instant Op) : Gebeurtenis;

/// <summary>They were posted on that day, says <c>Door</c> (a pseudonym).</summary>
[Naam("postbundel-gepost")]
public sealed record PostbundelGepost(string Door, Instant Op) : Gebeurtenis;

/// <summary>They were not posted: their dates and last days are wrong now, so they are written anew.</summary>
[Naam("postbundel-vervallen")]
public sealed record PostbundelVervallen(string Door, Instant Op) : Gebeurtenis;

public enum Bundelstand
{
    Klaar,
    Gepost,
    Vervallen,
}

/// <summary>What one employee prints and brings to the post.</summary>
public sealed record Postbundel
{
    public string Id { get; init; } = "";

    public PostbundelGemaakt? Gemaakt { get; init; }

    public Bundelstand Stand { get; init; }

    /// <summary>When it was posted, or taken back.</summary>
    public Instant? AfgehandeldOp { get; init; }

    public Postbundel Apply(PostbundelGemaakt e) => this with { Gemaakt = e };

    public Postbundel Apply(PostbundelGepost e) => this with { Stand = Bundelstand.Gepost, AfgehandeldOp = e.Op };

    public Postbundel Apply(PostbundelVervallen e) => this with { Stand = Bundelstand.Vervallen, AfgehandeldOp = e.Op };

    /// <summary>Null when it can still be posted or taken back.</summary>
    public Weigering? NietKlaar() =>
        Stand switch
        {
            Bundelstand.Gepost => Weigering.Van("al-gepost", "Deze bundel is al als gepost gemeld. Er hoeft niets meer te gebeuren."),
            Bundelstand.Vervallen => Weigering.Van(
                "bundel-vervallen",
                "Deze bundel is vervallen. De brieven wachten weer op de post: maak een nieuwe bundel."
            ),
            _ => null,
        };
}

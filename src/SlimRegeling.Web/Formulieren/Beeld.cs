namespace SlimRegeling.Web.Formulieren;

/// <summary>One field at its place, for the page that renders it and what lies below it.</summary>
/// <param name="Diepte">Level of the heading of a group or list.</param>
public sealed record Beeld(Veld Veld, string Pad, Invulling Invulling, int Diepte = 2)
{
    public string Id => Formulieren.Pad.Id(Pad);

    public string Waarde => Invulling[Pad];

    /// <summary>What is wrong here; with a field of several texts also what is wrong with one of them.</summary>
    public string? Fout =>
        Invulling.Fout(Pad)
        ?? (Veld.Soort == Veldsoort.Teksten ? Invulling.Fouten.FirstOrDefault(f => Formulieren.Pad.Onder(f.Pad, Pad))?.Uitleg : null);

    /// <summary>What to mind here.</summary>
    public IReadOnlyList<Veldfout> Punten => [.. Invulling.Punten.Where(p => p.Pad == Pad)];

    /// <summary>Where the text came from when nobody typed it.</summary>
    public string? Merk => Invulling.Merken.GetValueOrDefault(Pad);

    public bool Focus => Invulling.Focus == Pad;

    /// <summary>What depends on the kind of activity, or is declared, is no matter of choice.</summary>
    public bool MagLeeg => !Veld.Verplicht && Veld.BijSoort is null && Veld.Sectie != "verklaringen";

    /// <summary>Ids of what explains the field, for <c>aria-describedby</c>.</summary>
    public string? Beschreven
    {
        get
        {
            string[] ids =
            [
                .. Veld.Uitleg is null ? (string[])[] : [$"{Id}-uitleg"],
                .. Fout is null ? (string[])[] : [$"{Id}-fout"],
                .. Punten.Select((_, i) => $"{Id}-letop-{i}"),
                .. Merk is null ? (string[])[] : [$"{Id}-merk"],
            ];
            return ids.Length == 0 ? null : string.Join(' ', ids);
        }
    }

    /// <summary>Kinds of activity with which it is shown. What is filled in or wrong is always shown: nothing is lost out of sight.</summary>
    public string? AlleenBij =>
        Veld.BijSoort is { } soorten && Invulling.IsLeeg(Pad) && !Invulling.Fouten.Any(f => Formulieren.Pad.Onder(f.Pad, Pad))
            ? soorten
            : null;

    public Beeld Deel(Veld deel) => this with { Veld = deel, Pad = Formulieren.Pad.Bij(Pad, deel.Naam) };

    public Beeld Rij(int rij) => this with { Veld = Veld.Element!, Pad = Formulieren.Pad.Rij(Pad, rij), Diepte = Diepte + 1 };
}

/// <summary>The button of one of the things that a text can mean.</summary>
public static class Lezingknop
{
    /// <summary>What it asks of the page.</summary>
    public static string Doe(string pad, string lezing) => $"lees:{pad}={lezing}";

    public static string Tekst(Veld? veld, string lezing) => veld?.Soort == Veldsoort.Bedrag ? $"€\u00a0{lezing}" : lezing;
}

/// <summary>A mistake for the list on top of a page, with the field to which it leads.</summary>
public sealed record Foutregel(string Id, string Veld, string Uitleg, string? Artikel)
{
    /// <summary>The field at which it is shown; null when that is not told.</summary>
    public string? Plaats { get; init; }

    public string Tekst => new Veldfout(Id, Uitleg, Artikel).Tekst;

    /// <summary>The field, ready for the mistake to follow; a question needs no colon.</summary>
    public string Aanhef =>
        Veld.Length == 0 ? ""
        : Veld.EndsWith('?') ? $"{Veld} "
        : $"{Veld}: ";

    /// <summary>The mistakes of a form in the order of its fields; what belongs to no field leads to its nearest place.</summary>
    public static IReadOnlyList<Foutregel> Van(Veld formulier, Invulling invulling) => [.. invulling.Fouten.Select(f => Van(formulier, f))];

    public static Foutregel Van(Veld formulier, Veldfout fout)
    {
        var pad = fout.Pad;
        var veld = pad.Length == 0 ? null : formulier.Zoek(pad);
        while (pad.Length > 0 && (veld is null || Omhult(formulier, pad)))
        {
            pad = Formulieren.Pad.Boven(pad);
            veld = pad.Length == 0 ? null : formulier.Zoek(pad);
        }
        return new(veld is null ? "formulier" : Doel(veld, pad), veld?.Titel ?? "", fout.Uitleg, fout.Artikel) { Plaats = pad };
    }

    /// <summary>What takes the focus: the field, its first choice, the first field of a group, or the button that adds a row.</summary>
    private static string Doel(Veld veld, string pad) =>
        veld.Soort switch
        {
            Veldsoort.Keuze or Veldsoort.JaNee => $"{Formulieren.Pad.Id(pad)}-0",
            Veldsoort.Lijst => $"{Formulieren.Pad.Id(pad)}-erbij",
            Veldsoort.Groep when veld.Velden.Count > 0 => Doel(veld.Velden[0], Formulieren.Pad.Bij(pad, veld.Velden[0].Naam)),
            _ => Formulieren.Pad.Id(pad),
        };

    /// <summary>Whether the place is one text of a field with several.</summary>
    private static bool Omhult(Veld formulier, string pad) =>
        Formulieren.Pad.Boven(pad) is { Length: > 0 } boven && formulier.Zoek(boven)?.Soort == Veldsoort.Teksten;
}

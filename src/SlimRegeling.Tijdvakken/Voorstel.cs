using System.Security.Cryptography;
using System.Text;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

public enum Voorstelstatus
{
    Voorgelegd,
    Ondertekend,
    Teruggezonden,
}

/// <summary>Why a proposal went back, in the words of who sent it.</summary>
public sealed record Reden(string Tekst);

/// <summary>A proposal that one scheme manager makes and another signs.</summary>
internal interface IVoorstel
{
    Voorstelstatus Status { get; }

    /// <summary>What is signed.</summary>
    string Hash { get; }

    /// <summary>Pseudonym of who proposed it.</summary>
    string Door { get; }
}

/// <summary>What every proposal has in common that one scheme manager makes and another signs.</summary>
internal static class Voorstel
{
    public const int LangsteBron = 500;

    public static bool EenRegel(string tekst, int langste) =>
        !string.IsNullOrWhiteSpace(tekst) && tekst.Length <= langste && !tekst.Any(char.IsControl);

    public static Fout BronFout() => new("bron", $"Noem de bron op één regel, in ten hoogste {LangsteBron} tekens.");

    /// <summary>Lower-case hexadecimal SHA-256 over what is signed, one field a line; no field may hold a line end.</summary>
    public static string Hash(params IReadOnlyList<string> regels) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));

    /// <summary>Why this person cannot sign it: it does not lie ready as it was read, or it is their own.</summary>
    public static Weigering? NietTeTekenen(int nummer, IVoorstel? voorstel, string hash, string wie) =>
        NietOpen(nummer, voorstel) is { } weigering ? weigering
        : voorstel!.Hash != hash ? AnderVoorstel
        : NietZelf(voorstel.Door, wie);

    /// <summary>What takes two people is not done by one.</summary>
    /// <param name="door">Who began it.</param>
    public static Weigering? NietZelf(
        string door,
        string wie,
        string code = "zelf-voorgesteld",
        string uitleg = "U hebt dit zelf voorgesteld. Laat het door een collega ondertekenen"
    ) => door == wie ? Weigering.NietDoorU(code, $"{uitleg}: hiervoor zijn twee personen nodig.") : null;

    /// <summary>Why it cannot go back: it does not lie ready, or no reason was given.</summary>
    public static Weigering? NietTerugTeZenden(int nummer, IVoorstel? voorstel, string reden) =>
        string.IsNullOrWhiteSpace(reden)
            ? Weigering.Invoer(new Fout("reden", "Schrijf op waarom u het voorstel niet ondertekent."))
            : NietOpen(nummer, voorstel);

    public static Weigering AnderVoorstel =>
        Weigering.Van(
            "ander-voorstel",
            "Het voorstel dat u noemt is niet dit voorstel. Haal het opnieuw op, lees het en gebruik de hash die erbij staat."
        );

    public static Weigering Onbekend(int voorstel) =>
        Weigering.NietGevonden($"{voorstel}") with
        {
            Uitleg = $"Voorstel {voorstel} is er niet. Haal de lijst van voorstellen op en kies daaruit.",
        };

    private static Weigering? NietOpen(int nummer, IVoorstel? voorstel) =>
        voorstel?.Status switch
        {
            null => Onbekend(nummer),
            Voorstelstatus.Ondertekend => Weigering.Van(
                "al-ondertekend",
                "Dit voorstel is al ondertekend. Doe een nieuw voorstel als er nog iets moet veranderen."
            ),
            Voorstelstatus.Teruggezonden => Weigering.Van(
                "teruggezonden",
                "Dit voorstel is teruggezonden. Doe het opnieuw als het toch nodig is."
            ),
            _ => null,
        };
}

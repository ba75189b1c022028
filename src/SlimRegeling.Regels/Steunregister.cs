using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>
/// The central register of de-minimis aid (article 6 of Regulation (EU) 2023/2831): which aid comes in it, by which day, and what it says of its sector. It
/// follows the day of granting, not the window.
/// </summary>
public static class Steunregister
{
    private const string Geen = "geen";
    private const string Centraal = "centraal";

    private const string Algemeen = "2023/2831";
    private const string Landbouw = "1408/2013";
    private const string Visserij = "717/2014";

    // A class of NACE is four digits; the SBI goes one further.
    private const int LangsteNace = 4;

    internal static readonly string[] Keuzes = [Geen, Centraal];

    /// <summary>Whether aid that is granted on this day comes in the register.</summary>
    /// <param name="hoofdSbi">Null when it is not known: then it is no farm.</param>
    public static bool Geldt(Regelversie versie, string? hoofdSbi, LocalDate verleendOp) =>
        versie.Op(Sector.IsLandbouw(versie, Met(hoofdSbi)) ? Parameters.SteunregisterLandbouw : Parameters.Steunregister, verleendOp)
        == Centraal;

    /// <summary>The last day on which it is entered in time (article 6, second paragraph): working days after the day of granting.</summary>
    public static LocalDate Uiterlijk(Regelversie versie, LocalDate verleendOp) =>
        Feestdagen.WerkdagenNa(versie, verleendOp, (int)versie.Op(Parameters.SteunregisterWerkdagen, verleendOp));

    /// <summary>Whether the last day is so near that it is told: today, or as many working days after it as the rules say.</summary>
    public static bool Nadert(Regelversie versie, LocalDate uiterlijk, LocalDate vandaag) =>
        uiterlijk >= vandaag
        && uiterlijk <= Feestdagen.WerkdagenNa(versie, vandaag, (int)versie.Op(Parameters.SteunregisterWaarschuwing, vandaag));

    /// <summary>The number of the regulation under which the aid is granted: 2023/2831, 1408/2013 or 717/2014.</summary>
    public static string Verordening(Regelversie versie, string? hoofdSbi) =>
        Sector.IsLandbouw(versie, Met(hoofdSbi)) ? Landbouw
        : Sector.IsVisserij(versie, Met(hoofdSbi)) ? Visserij
        : Algemeen;

    /// <summary>The NACE code that an SBI code begins with, as 43.21; shorter when the SBI code is. Null when it is no code.</summary>
    public static string? Nace(string? sbi)
    {
        var cijfers = sbi?.Replace(".", "", StringComparison.Ordinal);
        if (cijfers is not { Length: >= 2 } || !cijfers.All(char.IsAsciiDigit))
            return null;
        var klasse = cijfers[..Math.Min(cijfers.Length, LangsteNace)];
        return klasse.Length == 2 ? klasse : $"{klasse[..2]}.{klasse[2..]}";
    }

    private static Onderneming Met(string? hoofdSbi) => new(0, 0, 0, hoofdSbi is null ? [] : [hoofdSbi]);
}

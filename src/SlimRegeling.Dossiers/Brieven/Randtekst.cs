using System.Globalization;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>Letters are Dutch; what is printed for another context can be English.</summary>
public enum Brieftaal
{
    Nederlands,
    Engels,
}

/// <summary>What stands around the words of a letter, in their language.</summary>
internal static class Randtekst
{
    private static readonly LocalDatePattern Engelsedag = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>As a reader's software knows the language.</summary>
    public static string Code(Brieftaal taal) => taal is Brieftaal.Engels ? "en-GB" : "nl-NL";

    public static string DatumEnKenmerk(Briefinhoud inhoud) =>
        inhoud.Taal is Brieftaal.Engels
            ? $"Date: {Engelsedag.Format(inhoud.Datum)}\nOur reference: {inhoud.Kenmerk}"
            : $"Datum: {Datumtekst.Van(inhoud.Datum)}\nOns kenmerk: {inhoud.Kenmerk}";

    public static string Blad(Briefinhoud inhoud, int nummer, int aantal) =>
        inhoud.Taal is Brieftaal.Engels
            ? string.Create(CultureInfo.InvariantCulture, $"{inhoud.Kenmerk} · page {nummer} of {aantal}")
            : string.Create(CultureInfo.InvariantCulture, $"{inhoud.Kenmerk} · pagina {nummer} van {aantal}");

    public static string Spellingnoot(Brieftaal taal) =>
        taal is Brieftaal.Engels
            ? "Some letters or signs cannot be printed. We spelled those in plain letters, or marked them with �."
            : "Sommige letters of tekens kunnen wij niet afdrukken. Die hebben wij in gewone letters gespeld, of met � aangegeven.";
}

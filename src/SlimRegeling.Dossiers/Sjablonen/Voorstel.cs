using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>Why a proposal went back, in the words of who sent it.</summary>
public sealed record Reden(string Tekst);

/// <summary>What signing a proposal and sending it back have in common.</summary>
internal static class Voorstel
{
    /// <summary>Null when it lies ready.</summary>
    public static Weigering? NietOpen(int nummer, Sjabloonvoorstel? voorstel) =>
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

    public static Weigering Onbekend(int voorstel) =>
        Weigering.NietGevonden($"{voorstel}") with
        {
            Uitleg = $"Voorstel {voorstel} is er niet. Kies een voorstel uit de lijst bij dit sjabloon.",
        };

    public static Weigering OnbekendeSoort(string soort) =>
        Weigering.NietGevonden(soort) with
        {
            Uitleg = $"De soort brief '{soort}' is er niet. Kies uit {string.Join(", ", Briefsoorten.Alle.Select(s => s.Code))}.",
        };
}

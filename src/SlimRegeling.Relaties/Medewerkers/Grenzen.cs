using Marten;
using Npgsql;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>What no beheerder may do with the access of employees, whatever the reason.</summary>
internal static class Grenzen
{
    public static Weigering? NietZelf(string kenmerk, string wie) =>
        kenmerk == wie ? Weigering.NietDoorU("eigen-toegang", "Dit gaat over uw eigen toegang. Laat een andere beheerder dit doen.") : null;

    public static Weigering LaatsteBeheerder =>
        Weigering.Van(
            "laatste-beheerder",
            "Dit is de laatste beheerder die wij kennen. Zorg eerst dat een ander beheerder is en zich hier heeft aangemeld."
        );

    /// <summary>Who pays is not who checks: said for who has the one and would be given the other.</summary>
    public static Weigering? Gescheiden(Medewerker medewerker, Rol rol) =>
        Functiescheiding.Tegenover(rol) is { } ander && medewerker.ZonderBlokkade.Contains(ander)
            ? Weigering.Van(
                "functiescheiding",
                $"Deze medewerker is {ander.Claimwaarde().Replace('-', ' ')}. Wie betaalt, controleert niet: trek die rol eerst in, of geef de rol {rol.Claimwaarde().Replace('-', ' ')} aan een ander."
            )
            : null;

    /// <summary>
    /// Whether who decides may still do so: the door may not have heard yet that this was taken away, and here it is known.
    /// </summary>
    public static async Task<Weigering?> NietMeer(Stroom<Medewerker> medewerkers, Persoon wie, CancellationToken ct) =>
        await medewerkers.Lees(Medewerker.Stroom(wie.Onderwerp), ct) is { } zelf
        && !zelf.Correctie.Pas(wie.VolgensProvider).Contains(Rol.Beheerder)
            ? Weigering.NietDoorU("geen-beheerder-meer", "U bent geen beheerder meer. Vraag een andere beheerder om dit te doen.")
            : null;

    /// <summary>Whether who proposed something may no longer do so: then it is not confirmed.</summary>
    public static async Task<Weigering?> VoorstellerNietMeer(Stroom<Medewerker> medewerkers, string voorsteller, CancellationToken ct) =>
        await medewerkers.Lees(Medewerker.Stroom(voorsteller), ct) is { } medewerker
        && (medewerker.Correctie.Geblokkeerd || medewerker.Correctie.Ingetrokken.Contains(Rol.Beheerder))
            ? Weigering.Van(
                "voorsteller-geen-beheerder",
                "Wie dit voorstelde, is geen beheerder meer. Zend het voorstel terug, en stel het zelf voor als het goed is."
            )
            : null;

    /// <summary>
    /// Whether a beheerder is left without this person: among those who signed in here, by the claims of their last sign-in and what was decided since,
    /// or who asks it, by their token. Until the transaction ends nobody else can ask, so that two do not take it from each other at once.
    /// </summary>
    public static async Task<bool> BlijftBeheerder(Werkeenheid<RelatiesContext> eenheid, string zonder, Persoon wie, CancellationToken ct)
    {
        await eenheid.Sessie.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('beheerders', 0))");
        await eenheid.Sessie.ExecuteAsync(slot, ct);
        var bekend = await eenheid.Sessie.Query<Medewerker>().ToListAsync(ct);
        return bekend.Any(m => m.Kenmerk != zonder && m.Kenmerk != wie.Onderwerp && m.Rollen.Contains(Rol.Beheerder))
            || (
                wie.Onderwerp != zonder
                && (bekend.FirstOrDefault(m => m.Kenmerk == wie.Onderwerp)?.Correctie ?? Rolcorrectie.Geen)
                    .Pas(wie.VolgensProvider)
                    .Contains(Rol.Beheerder)
            );
    }

    /// <summary>A role that employees have; null for what is none, or is not given to people.</summary>
    public static Rol? Leesrol(string? naam) =>
        naam is not null && Rollen.Lees(naam) is { } rol && Rollen.VanUitvoerder.Contains(rol) ? rol : null;

    public static Fout Rolfout { get; } =
        new("rol", $"Kies een rol van de uitvoerder: {string.Join(", ", Rollen.VanUitvoerder.Order().Select(r => r.Claimwaarde()))}.");
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Who calls, made once from the claims of the token. Ask for it as a parameter of an endpoint: <c>Persoon</c>, or
/// <c>Persoon?</c> where the endpoint is public.
/// </summary>
/// <param name="Onderwerp">The acting person as a pseudonym; never a name.</param>
/// <param name="Rollen">Empty when the provider gave no role of ours and no enterprise.</param>
/// <param name="KvkNummer">The enterprise that is represented, 8 digits; null for employees and services.</param>
/// <param name="Vestigingsnummer">
/// 12 digits, or what the provider gave in their place; when given, the person acts for this establishment only (<see cref="BindtOnderneming"/>).
/// </param>
/// <param name="Intermediair">KVK number of the adviser's enterprise that stands between the person and the represented enterprise.</param>
/// <param name="Betrouwbaarheid">Level of assurance as the provider states it.</param>
public sealed record Persoon(
    string Onderwerp,
    IReadOnlySet<Rol> Rollen,
    string? KvkNummer = null,
    string? Vestigingsnummer = null,
    string? Intermediair = null,
    string? Betrouwbaarheid = null
)
{
    public bool Heeft(Rol rol) => Rollen.Contains(rol);

    /// <summary>The roles by the claims alone; <see cref="Rollen"/> are those after what was decided here (<see cref="Rolcorrectie"/>).</summary>
    public IReadOnlySet<Rol> VolgensProvider
    {
        get => field ?? Rollen;
        private init;
    }

    /// <summary>Their access was ended here.</summary>
    public bool Geblokkeerd { get; private init; }

    /// <summary>Works for the executor by the claims, and represents no enterprise.</summary>
    public bool IsMedewerker =>
        KvkNummer is null && VolgensProvider.Any(Identiteit.Rollen.VanUitvoerder.Contains) && !VolgensProvider.Contains(Rol.Dienst);

    /// <summary>The same employee with what was decided about them.</summary>
    internal Persoon Na(Rolcorrectie besloten) =>
        this with
        {
            Rollen = besloten.Pas(VolgensProvider),
            VolgensProvider = VolgensProvider,
            Geblokkeerd = besloten.Geblokkeerd,
        };

    /// <summary>What a machtiging of the portal covers; null for who acts without one.</summary>
    public IReadOnlyCollection<Machtigingsomvang>? Omvang { get; init; }

    /// <summary>
    /// Whether they can act for an enterprise that gave theirs a machtiging: they must be here for their own. Who got a machtiging cannot pass it on.
    /// </summary>
    public bool MagKiezen => KvkNummer is not null && Intermediair is null && Heeft(Rol.Aanvrager);

    /// <summary>Whether the machtiging by which they act covers this; true for who acts without one of the portal.</summary>
    public bool Mag(Machtigingsomvang onderdeel) => Omvang is null || Omvang.Contains(onderdeel);

    /// <summary>
    /// The same person as adviser of another enterprise, with their own in between. Who acts for one establishment of the own one is held to that
    /// for the other too.
    /// </summary>
    /// <param name="omvang">What the machtiging covers; null where that is not asked.</param>
    public Persoon AlsGemachtigdeVan(string kvkNummer, IReadOnlyCollection<Machtigingsomvang>? omvang = null) =>
        this with
        {
            Rollen = new HashSet<Rol> { Rol.Gemachtigde },
            KvkNummer = kvkNummer,
            Intermediair = KvkNummer,
            Omvang = omvang,
        };

    public static ValueTask<Persoon?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.RequestServices.GetRequiredService<Persoonlezer>().Lees(context));
}

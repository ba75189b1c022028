using System.Collections.Frozen;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>What someone may be in the scheme. A token carries the names of <see cref="Rollen"/>.</summary>
public enum Rol
{
    Aanvrager,
    Gemachtigde,
    Partij,
    Beoordelaar,
    Medeondertekenaar,
    FinancieelMedewerker,
    FinancieelControleur,
    Regelbeheerder,
    Beheerder,

    /// <summary>Reads figures, never a case.</summary>
    Onderzoeker,

    /// <summary>The privacy officer (art. 37-39 AVG): reads the view log, and who of the executor has which access.</summary>
    FunctionarisGegevensbescherming,

    /// <summary>Not a person: one context that asks another for what messages do not carry.</summary>
    Dienst,
}

public static class Rollen
{
    private static readonly FrozenDictionary<Rol, string> Claimwaarden = Enum.GetValues<Rol>()
        .ToFrozenDictionary(rol => rol, rol => string.Concat(rol.ToString().Select(Koppelteken)).TrimStart('-'));

    private static readonly FrozenDictionary<string, Rol> OpClaimwaarde = Claimwaarden
        .Select(paar => KeyValuePair.Create(paar.Value, paar.Key))
        .Concat(Enum.GetValues<Rol>().Select(rol => KeyValuePair.Create(rol.ToString(), rol)))
        .DistinctBy(paar => paar.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Roles in which someone acts for one enterprise and sees the cases of that enterprise only.</summary>
    public static readonly FrozenSet<Rol> VanOnderneming = FrozenSet.Create(Rol.Aanvrager, Rol.Gemachtigde, Rol.Partij);

    /// <summary>Roles of people who work for the executor of the scheme.</summary>
    public static readonly FrozenSet<Rol> VanUitvoerder = Enum.GetValues<Rol>()
        .Where(rol => rol != Rol.Dienst && !VanOnderneming.Contains(rol))
        .ToFrozenSet();

    /// <summary>The name of a role in a token: <c>financieel-medewerker</c>.</summary>
    public static string Claimwaarde(this Rol rol) => Claimwaarden[rol];

    /// <summary>Null for a name that is no role of ours: a provider may know more roles than we do.</summary>
    public static Rol? Lees(string claimwaarde) => OpClaimwaarde.TryGetValue(claimwaarde, out var rol) ? rol : null;

    private static string Koppelteken(char teken) => char.IsUpper(teken) ? "-" + char.ToLowerInvariant(teken) : teken.ToString();
}
